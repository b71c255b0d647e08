"use client";

import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Refusal } from "./use-review.ts";

type Props = {
  refusals: readonly Refusal[];
  onGoTo: (id: string) => void;
  onDismiss: (key: string) => void;
};

/** Decisions that the server did not take, each until it has been read. */
export function RefusalNotices({ refusals, onGoTo, onDismiss }: Props) {
  return refusals.map(({ key, id, sentence }) => (
    <Notice
      key={key}
      kind="problem"
      className="rounded-none border-x-0 border-t-0"
      actions={
        <>
          <Button
            size="small"
            onClick={() => {
              onDismiss(key);
              onGoTo(id);
            }}
          >
            Go to it
          </Button>
          <Button size="small" variant="quiet" onClick={() => onDismiss(key)}>
            Dismiss
          </Button>
        </>
      }
    >
      {sentence}
    </Notice>
  ));
}
