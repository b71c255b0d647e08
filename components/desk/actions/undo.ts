import type { Desk } from "../model.ts";
import { isAnnotationChange, subjectOf, type Change } from "../outbox/change.ts";
import { changedSince } from "../steps/left-behind.ts";
import { doneAgain, undone, type Step } from "../steps/step.ts";
import { isSaidOnce } from "#components/threads/talk-undo.ts";
import { called, focusOn } from "./focus.ts";
import { isOpened } from "./write.ts";

/** Takes back the last thing that the reader did, and says what it was. */
export function undo(desk: Desk, isAsked = false): void {
  const steps = desk.steps();
  const last = steps.undo.at(-1);
  if (!isOpened(desk)) return;
  if (!last) return desk.say("There is nothing to undo.");
  const drop = () => desk.keepSteps({ ...steps, undo: steps.undo.slice(0, -1) });
  if (last.inverse.length === 0) {
    drop();
    return desk.say(`This cannot be undone here: ${last.label}.`, true);
  }
  if (!isAsked && asksFirst(desk, last, last.inverse, () => undo(desk, true))) return;
  if (refuses(desk, last, "undone", drop)) return;
  desk.change(last.inverse);
  if (isSaidOnce([...last.changes, ...last.inverse])) drop();
  else desk.keepSteps(undone(steps, desk.withLeft(last)));
  settle(desk);
  desk.say(`Undone: ${last.label}.`);
}

/** Does again what was undone last. */
export function redo(desk: Desk, isAsked = false): void {
  const steps = desk.steps();
  const last = steps.redo.at(-1);
  if (!isOpened(desk)) return;
  if (!last) return desk.say("There is nothing to do again.");
  const drop = () => desk.keepSteps({ ...steps, redo: steps.redo.slice(0, -1) });
  if (!isAsked && asksFirst(desk, last, last.changes, () => redo(desk, true))) return;
  if (refuses(desk, last, "done again", drop)) return;
  desk.change(last.changes);
  desk.keepSteps(doneAgain(steps, desk.withLeft(last)));
  settle(desk);
  desk.say(`Done again: ${last.label}.`);
}

/** Where somebody has gone on from what a step left, it stays: the step is dropped, and nothing else. */
function refuses(desk: Desk, step: Step, what: string, drop: () => void): boolean {
  const changed = changedSince(step.left, step.changes, desk.standing());
  if (!changed) return false;
  drop();
  desk.say(
    `Not ${what} (${step.label}): ${nameOfChanged(desk, changed)} has been changed since.`,
    true,
  );
  return true;
}

/**
 * After a reload, what was withdrawn is not known here; written again it must go on from the version
 * that the server holds. And where something else seems to stand than a step left, the page may have
 * been made before that step arrived. True when the server is being asked; `then` goes on.
 */
function asksFirst(desk: Desk, step: Step, next: readonly Change[], then: () => void): boolean {
  const { annotations } = desk.store.get();
  const isDoubted = changedSince(step.left, step.changes, desk.standing()) !== null;
  const doubted = isDoubted ? step.changes.filter(isAnnotationChange) : [];
  const unknown = next.filter(
    (change) => change.kind === "put-annotation" && !annotations.has(change.id),
  );
  const ids = new Set([...doubted, ...unknown].map(subjectOf));
  if (ids.size === 0) return false;
  void desk.bringBack([...ids]).then((isAnswered) => {
    if (isAnswered) then();
    else desk.say("The server does not answer, and this needs it. Try again.", true);
  });
  return true;
}

function nameOfChanged(desk: Desk, change: Change): string {
  if (!isAnnotationChange(change)) return "it";
  const annotation = desk.store.get().annotations.get(change.id);
  return annotation ? `the ${called(annotation)}` : "it";
}

/** What was undone may be what had the focus, or was open. */
function settle(desk: Desk): void {
  const { focusId, openId, annotations } = desk.store.get();
  const stands = (id: string | null) => {
    const annotation = id === null ? undefined : annotations.get(id);
    return annotation !== undefined && annotation.state !== "withdrawn";
  };
  if (openId !== null && !stands(openId)) desk.store.set({ openId: null, asked: null });
  if (focusId === null || stands(focusId)) return;
  const wasOnCard = document.activeElement?.closest("[data-card]") !== null;
  focusOn(desk, openId !== null && stands(openId) ? openId : null, "text");
  if (wasOnCard) desk.pane.current?.focus();
}
