import { Spinner } from "#components/ui/spinner.tsx";

export default function DeskLoading() {
  return (
    <main className="grid h-dvh place-items-center text-muted">
      <Spinner label="Opening the article" />
    </main>
  );
}
