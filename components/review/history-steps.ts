import { AnnotationContent } from "#lib/annotations/model.ts";
import type { HistoryItem } from "#lib/audit/audit-event.ts";

/** One step as a person tells it: several changes in a row by one person are one step. */
export type HistoryStep = {
  readonly key: string;
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly type: string;
  /** How many changes it stands for. */
  readonly count: number;
  readonly why: string | null;
  /** The content before and after, where the step changed it. */
  readonly before: AnnotationContent | null;
  readonly after: AnnotationContent | null;
};

/** An annotation's history, oldest first, with runs of changes by one person told as one. */
export function historySteps(items: readonly HistoryItem[]): HistoryStep[] {
  const steps: HistoryStep[] = [];
  for (const item of items) {
    const step = stepOf(item);
    const last = steps.at(-1);
    const goesOn =
      last !== undefined &&
      step.type === "annotation.changed" &&
      (last.type === "annotation.changed" || last.type === "annotation.created") &&
      last.actor?.id === step.actor?.id;
    if (!goesOn) steps.push(step);
    else if (last.type === "annotation.created")
      steps[steps.length - 1] = { ...last, after: step.after };
    else {
      steps[steps.length - 1] = {
        ...last,
        key: step.key,
        at: step.at,
        after: step.after,
        count: last.count + 1,
      };
    }
  }
  return steps;
}

/** What somebody did, to be put behind their name. */
export function stepWords({ type, count }: Pick<HistoryStep, "type" | "count">): string {
  const words = WORDS[type] ?? type;
  return count > 1 ? `${words}, ${count} times` : words;
}

const WORDS: Readonly<Record<string, string>> = {
  "annotation.created": "marked it",
  "annotation.changed": "changed it",
  "annotation.restored": "brought it back",
  "annotation.submitted": "submitted it",
  "annotation.recalled": "recalled it",
  "annotation.withdrawn": "withdrew it",
  "annotation.approved": "approved it",
  "annotation.corrected": "corrected and approved it",
  "annotation.rejected": "rejected it",
  "annotation.reopened": "reopened it",
  "annotation.review-undone": "took the decision back",
  "annotation.carried": "brought a new text, in which its words stand",
  "annotation.carry-settled": "decided what becomes of it in the new text",
};

function stepOf({ id, at, actor, type, before, after, why }: HistoryItem): HistoryStep {
  return {
    key: id,
    at,
    actor,
    type,
    count: 1,
    why,
    before: contentIn(before),
    after: contentIn(after),
  };
}

/** Steps from one state to another carry no content. */
function contentIn(value: unknown): AnnotationContent | null {
  const parsed = AnnotationContent.safeParse(value);
  return parsed.success ? parsed.data : null;
}
