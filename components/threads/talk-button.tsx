"use client";

import { MessageSquare } from "lucide-react";
import { useShownKeys } from "#components/desk/commands/use-shown-keys.ts";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { Button } from "#components/ui/button.tsx";

/** The talk of the article, with how many threads are not settled. */
export function TalkButton() {
  const desk = useDesk();
  const isOpen = useDeskState((state) => state.panel === "talk");
  const count = useDeskState(
    (state) => [...state.threads.values()].filter(({ resolved }) => !resolved).length,
  );
  const shown = useShownKeys();
  return (
    <Button
      keys={shown("Z")}
      aria-pressed={isOpen}
      className="max-sm:hidden"
      icon={<MessageSquare aria-hidden className="size-4 md:hidden" />}
      onClick={() => desk.store.set({ panel: isOpen ? null : "talk", threadId: null })}
    >
      <span className="max-md:sr-only">Talk</span>
      {count > 0 && (
        <span className="tabular-nums">
          {count}
          <span className="sr-only"> open</span>
        </span>
      )}
    </Button>
  );
}
