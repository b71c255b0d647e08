import { Spinner } from "#components/ui/spinner.tsx";

/** Stands where a page will: as high, so that nothing jumps when it comes. */
export function PageLoading() {
  return (
    <div className="grid min-h-[60dvh] place-items-center text-muted">
      <Spinner label="Loading" />
    </div>
  );
}
