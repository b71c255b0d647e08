"use client";

import { List } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ReviewTabs } from "./review-tabs.tsx";

type Props = {
  projectId: string;
  /** How many still wait here. */
  waiting: number;
  returned: number;
  /** "3 of 17". */
  position: string;
  list: ReactNode;
  isListOpen: boolean;
  onListOpen: (isOpen: boolean) => void;
};

/** The head of the queue: where one is in it, and the list where there is no room beside the text. */
export function ReviewHead(props: Props) {
  const { projectId, waiting, returned, position, list, isListOpen, onListOpen } = props;
  return (
    <header className="flex items-center justify-between gap-3 border-b border-line bg-surface px-4 sm:px-6">
      <h1 className="sr-only">Review</h1>
      <ReviewTabs projectId={projectId} current="queue" waiting={waiting} returned={returned} />
      <div className="flex items-center gap-2">
        <p className="hidden text-sm whitespace-nowrap text-muted tabular-nums lg:block">
          {position}
        </p>
        <span className="lg:hidden">
          <Dialog
            title="The queue"
            open={isListOpen}
            onOpenChange={onListOpen}
            trigger={
              <Button size="small" icon={<List aria-hidden className="size-4" />}>
                <span className="sr-only">The queue: </span>
                <span className="tabular-nums">{position || "List"}</span>
              </Button>
            }
          >
            <div className="-mx-5 -mt-4">{list}</div>
          </Dialog>
        </span>
      </div>
    </header>
  );
}
