import { nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { DecisionAnswer, SentDecision } from "./sent-decision.ts";
import { REJECT_REASON_LOOKS } from "./reject-reasons.ts";
import type { Decision } from "./review-types.ts";

/** An annotation in a sentence: claim “at least eleven ships …”. */
export function calledInSentence(annotation: Pick<Annotation, "tag" | "segments">): string {
  const name = shorten(nameOf(annotation), 60);
  const tag = TAG_LOOKS[annotation.tag].word.toLowerCase();
  return name ? `${tag} “${name}”` : tag;
}

/** What the server has answered, as a sentence. */
export function answerWords({ item, decision }: SentDecision, answer: DecisionAnswer): string {
  const called = calledInSentence(item);
  if (answer.kind === "refused") {
    return decision.kind === "undo"
      ? `Not taken back: ${called}. ${answer.problem.message}`
      : `Not decided: ${called}. ${answer.problem.message}`;
  }
  switch (decision.kind) {
    case "approve":
      return `Approved: ${called}.`;
    case "correct":
      return `Corrected and approved: ${called}.`;
    case "reject":
      return `Rejected, ${REJECT_REASON_LOOKS[decision.reason].word}: ${called}.`;
    case "undo":
      return `Taken back: ${called} waits for review again.`;
  }
}

/** What one has decided, for the annotation that one looks at again. */
export function decisionWords(decision: Decision): string {
  switch (decision.kind) {
    case "approve":
      return "You approved this.";
    case "correct":
      return "You corrected and approved this.";
    case "reject":
      return `You rejected this: ${REJECT_REASON_LOOKS[decision.reason].word}.`;
  }
}
