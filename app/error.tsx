"use client";

import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** A page could not be drawn. Next keeps the cause in the log under the number shown. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="grid min-h-[60dvh] place-items-center p-6">
      <EmptyState
        isWholePage
        heading="This page could not be shown"
        action={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
      >
        Your work is kept. If it happens again, tell whoever runs this installation
        {error.digest ? ` the number ${error.digest}` : ""}.
      </EmptyState>
    </main>
  );
}
