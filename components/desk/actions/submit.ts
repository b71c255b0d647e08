import { correctionFault } from "#components/review/correction.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { differenceOf } from "#lib/annotations/difference.ts";
import type { Desk } from "../model.ts";
import { contentOf } from "../outbox/inverse.ts";
import { calledOne } from "./focus.ts";
import { editable } from "./write.ts";

/** Hands one annotation to review, or takes it back. */
export function submitOrRecall(desk: Desk, id: string): void {
  const annotation = desk.store.get().annotations.get(id);
  if (annotation?.state === "approved" && desk.data.can.review) return reopen(desk, annotation);
  if (!annotation || !editable(desk, id)) return;
  if (annotation.state === "submitted") {
    desk.perform(`recalling ${calledOne(annotation)}`, [{ kind: "recall-annotation", id }]);
    return desk.say("Taken back: it is a draft again.");
  }
  const fault = correctionFault(contentOf(annotation));
  if (fault) return desk.say(`Not yet. ${fault}`, true);
  desk.perform(`submitting ${calledOne(annotation)}`, [{ kind: "submit-annotation", id }]);
  desk.say("Submitted for review.");
}

function reopen(desk: Desk, annotation: Annotation): void {
  if (annotation.author.id === desk.data.me.id) {
    return desk.say("Another reviewer reopens your own work.", true);
  }
  desk.perform("reopening an annotation", [{ kind: "reopen-annotation", id: annotation.id }]);
  desk.say("Reopened: it waits for review again.");
}

/** What Submit all would hand in, and what it would leave: the reader's drafts, and what came back and was changed. */
export function readyToSubmit(desk: Desk): { ready: Annotation[]; notReady: Annotation[] } {
  const mine = desk.store.get().order.filter((each) => each.author.id === desk.data.me.id);
  const wanted = mine.filter(
    (each) => each.state === "draft" || (each.state === "rejected" && hasChanged(desk, each)),
  );
  return {
    ready: wanted.filter((each) => correctionFault(contentOf(each)) === null),
    notReady: wanted.filter((each) => correctionFault(contentOf(each)) !== null),
  };
}

export function submitAll(desk: Desk): void {
  const { ready, notReady } = readyToSubmit(desk);
  desk.perform(
    `submitting ${ready.length}`,
    ready.map(({ id }) => ({ kind: "submit-annotation", id })),
  );
  const left = notReady.length > 0 ? ` ${notReady.length} still lack content and stay drafts.` : "";
  desk.say(`${ready.length} submitted for review.${left}`);
}

/** Whether a rejected annotation has been changed since it was judged. */
export function hasChanged(desk: Desk, annotation: Annotation): boolean {
  const judged = desk.data.returned.find(
    ({ review }) => review.annotationId === annotation.id,
  )?.judged;
  return !judged || differenceOf(judged, contentOf(annotation)).length > 0;
}
