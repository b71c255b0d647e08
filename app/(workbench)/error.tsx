"use client";

import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** A page of the workbench could not be drawn; the frame stays. The log has the cause under the number. */
export default function WorkbenchError({ error, reset }: Props) {
  return (
    <EmptyState
      isWholePage
      heading="This page could not be shown"
      action={
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
      }
    >
      Your work is kept. If the database was away, it comes back by itself. If this happens again,
      tell whoever runs this installation
      {error.digest ? ` the number ${error.digest}` : ""}.
    </EmptyState>
  );
}
