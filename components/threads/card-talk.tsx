"use client";

import { MessageSquare } from "lucide-react";
import { focusOn } from "#components/desk/actions/focus.ts";
import { useShownKeys } from "#components/desk/commands/use-shown-keys.ts";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { countTalk } from "./thread-name.ts";

/** How much was said about an annotation, and the way to it. */
export function CardTalk({ id, isFocused }: { id: string; isFocused: boolean }) {
  const desk = useDesk();
  const count = useDeskState((state) => countTalk(state.threads).get(id));
  const shown = useShownKeys();
  if (!count && !isFocused) return null;
  const words = count ? `${count.open || count.all} ${count.open > 0 ? "open" : "settled"}` : "";
  return (
    <Button
      size="small"
      variant="quiet"
      {...(isFocused && { keys: shown("Z") })}
      className="justify-self-start"
      icon={<MessageSquare aria-hidden className="size-3.5" />}
      onClick={() => {
        focusOn(desk, id, "text");
        desk.store.set({ panel: "talk", threadId: null });
      }}
    >
      <span>
        Talk{words && <span className="sr-only">, </span>} {words && <span>{words}</span>}
      </span>
    </Button>
  );
}
