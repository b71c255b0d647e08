import { Button } from "#components/ui/button.tsx";
import { Key } from "#components/ui/key.tsx";
import type { CaseMode } from "./case-column.tsx";
import type { Said } from "./use-review.ts";

type Props = {
  said: Said;
  /** Where one is now. */
  place: string;
  mode: CaseMode | "none";
  canUndo: boolean;
  hasSelection: boolean;
};

/** The foot of the queue: what happened, read aloud as well, and what the next keys do. */
export function StatusLine({ said, place, mode, canUndo, hasSelection }: Props) {
  return (
    <footer className="flex min-h-9 items-center justify-between gap-4 border-t border-line bg-surface px-4 text-sm sm:px-6">
      <div className="flex min-w-0 items-center gap-2 py-1">
        <p role="status" className="line-clamp-2 min-w-0">
          <span key={said.sentence}>{said.sentence}</span>
          <span className="sr-only"> {place}</span>
        </p>
        {said.action && (
          <Button size="small" className="shrink-0" onClick={said.action.run}>
            {said.action.label}
          </Button>
        )}
      </div>
      <p className="hidden shrink-0 items-center gap-1.5 text-muted md:flex pointer-coarse:hidden">
        {hintsOf(mode, canUndo, hasSelection).map(({ keys, words }) => (
          <span key={keys} className="inline-flex items-center gap-1 pl-1.5">
            <Key keys={keys} /> {words}
          </span>
        ))}
      </p>
    </footer>
  );
}

function hintsOf(
  mode: Props["mode"],
  canUndo: boolean,
  hasSelection: boolean,
): { keys: string; words: string }[] {
  switch (mode) {
    case "none":
      return canUndo ? [{ keys: "U", words: "take back" }] : [];
    case "look":
      if (hasSelection) return [{ keys: "M", words: "these words were missed" }];
      return [
        { keys: "N", words: "next" },
        { keys: "P", words: "previous" },
        { keys: "M", words: "missed" },
        { keys: "V", words: "evidence" },
        { keys: "O", words: "desk" },
        ...(canUndo ? [{ keys: "U", words: "take back" }] : []),
      ];
    case "correct":
      return [
        { keys: "W", words: "content" },
        { keys: "S", words: "source" },
        { keys: "Q", words: "cue" },
        { keys: "Control+Enter", words: "correct and approve" },
        { keys: "Escape", words: "close" },
      ];
    case "reject":
      return [
        { keys: "1", words: "to" },
        { keys: "0", words: "reason" },
        { keys: "Control+Enter", words: "reject" },
        { keys: "Escape", words: "cancel" },
      ];
    case "missed":
      return [
        { keys: "Control+Enter", words: "point it out" },
        { keys: "Escape", words: "cancel" },
      ];
    case "evidence":
      return [
        { keys: "Control+Enter", words: "add" },
        { keys: "Escape", words: "close" },
      ];
  }
}
