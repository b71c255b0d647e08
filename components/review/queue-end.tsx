"use client";

import { counted } from "#components/projects/counted.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

type Props = {
  projectId: string;
  /** How many were decided here. */
  decided: number;
  /** How many others wait that the filter hides. */
  hidden: number;
  isLooking: boolean;
  onLook: () => void;
  onShowAll: () => void;
};

/** Nothing waits, or nothing more; and what to do next. */
export function QueueEnd({ projectId, decided, hidden, isLooking, onLook, onShowAll }: Props) {
  return (
    <EmptyState
      heading={hidden > 0 ? "Nothing more waits here" : "Nothing waits for your review"}
      action={
        <>
          {hidden > 0 && (
            <Button variant="primary" onClick={onShowAll}>
              Show all {counted(hidden, "other")}
            </Button>
          )}
          <Button pending={isLooking} onClick={onLook}>
            Look again
          </Button>
          <ButtonLink href={`/projects/${projectId}/articles`}>Go to the articles</ButtonLink>
        </>
      }
    >
      {decided > 0
        ? `You have decided ${counted(decided, "annotation")}. U takes the last decision back.`
        : "Annotations that others submit appear here. What you marked yourself goes to somebody else."}
    </EmptyState>
  );
}
