import { callApi } from "#components/http/call-api.ts";
import type { MissedPassage } from "#lib/review/model.ts";
import type { CaseArticle } from "./load-case.ts";
import type { ReviewActions } from "./use-review.ts";

/** What was pointed out is shown, and can be taken back. */
export function usePointingOut(
  say: ReviewActions["say"],
  change: (step: (before: CaseArticle) => CaseArticle) => void,
): (missed: MissedPassage) => void {
  return (missed) => {
    change((before) => ({ ...before, missed: [...before.missed, missed] }));
    say(`Pointed out to ${missed.annotator.name}.`, {
      label: "Take it back",
      run: () => void takeBack(missed),
    });
  };

  async function takeBack(missed: MissedPassage): Promise<void> {
    const { id } = missed;
    const outcome = await callApi({ method: "DELETE", path: `/missed/${id}` });
    if (outcome.kind !== "done") {
      say(`It was not taken back. ${outcome.problem.message}`, {
        label: "Try again",
        run: () => void takeBack(missed),
      });
      return;
    }
    change((before) => ({ ...before, missed: before.missed.filter((one) => one.id !== id) }));
    say("Taken back.");
  }
}
