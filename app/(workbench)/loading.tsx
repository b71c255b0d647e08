import { Spinner } from "#components/ui/spinner.tsx";

/** Keeps the height of a page, so that nothing jumps when it comes. */
export default function Loading() {
  return (
    <div className="grid min-h-[60dvh] place-items-center text-muted">
      <Spinner label="Loading" />
    </div>
  );
}
