"use client";

import { callApi } from "#components/http/call-api.ts";
import { shorten } from "#components/annotations/words.ts";
import { Button } from "#components/ui/button.tsx";
import type { MissedPassage } from "#lib/review/model.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** Words that a reviewer points out to the reader, until they are answered. */
export function MissedPassages() {
  const desk = useDesk();
  const missed = useDeskState((state) => state.missed);
  const open = missed.filter(
    (each) => each.answer === null && each.annotator.id === desk.data.me.id,
  );
  if (open.length === 0) return null;

  async function answer(passage: MissedPassage, said: "marked" | "nothing-to-mark"): Promise<void> {
    const outcome = await callApi<MissedPassage>({
      method: "POST",
      path: `/missed/${passage.id}/answer`,
      body: { answer: said },
    });
    if (outcome.kind !== "done") return desk.say(`Not answered. ${outcome.problem.message}`, true);
    desk.store.set(({ missed }) => ({
      missed: missed.map((each) => (each.id === passage.id ? { ...each, answer: said } : each)),
    }));
    desk.say("Answered.");
  }

  return (
    <section
      aria-label="Missed"
      className="grid gap-3 rounded-md border border-caution/40 bg-caution-ground p-2.5 text-sm"
    >
      <h2 className="font-semibold">You missed this</h2>
      {open.map((passage) => (
        <div key={passage.id} className="grid gap-1.5">
          <button
            type="button"
            className="cursor-pointer text-left font-serif hover:underline pointer-coarse:py-3"
            onClick={() => {
              desk.store.set({ dialog: null });
              desk.pane.current?.reveal(passage);
              desk.pane.current?.focus();
              desk.pane.current?.select(passage);
            }}
          >
            “{shorten(passage.exact, 90)}”
          </button>
          {passage.comment && <p>{passage.comment}</p>}
          <p className="text-muted">{passage.reviewer.name}</p>
          <div className="flex flex-wrap gap-1">
            <Button size="small" onClick={() => void answer(passage, "marked")}>
              Marked it
            </Button>
            <Button size="small" onClick={() => void answer(passage, "nothing-to-mark")}>
              Nothing to mark
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}
