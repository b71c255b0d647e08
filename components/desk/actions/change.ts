import { attributeLabel, type AttributeName } from "#components/annotations/attribute-words.ts";
import { withAttribute } from "#components/review/correction.ts";
import type { Desk } from "../model.ts";
import { passes } from "../state/desk-state.ts";
import { contentOf } from "../outbox/inverse.ts";
import { called, calledOne, focusCard, focusOn } from "./focus.ts";
import { editable, write } from "./write.ts";

/** Withdraws an annotation: the reader's own, or anybody's for a manager. The focus goes to the next one. */
export function withdraw(desk: Desk, id: string): void {
  const annotation = desk.store.get().annotations.get(id);
  if (!annotation) return;
  const isMine = annotation.author.id === desk.data.me.id;
  if (isMine || !desk.data.can.withdrawAny) {
    if (!editable(desk, id)) return;
  } else if (annotation.state === "approved") {
    return desk.say("This annotation is approved. A reviewer can reopen it first.", true);
  }
  const { order: all, filter } = desk.store.get();
  const order = all.filter((each) => each.id === id || passes(filter, each, desk.data.me.id));
  const at = order.findIndex((each) => each.id === id);
  const next = order[at + 1] ?? order[at - 1];
  const wasOnCard = document.activeElement?.closest("[data-card]") !== null;
  desk.perform(`deleting ${calledOne(annotation)}`, [{ kind: "withdraw-annotation", id }]);
  focusOn(desk, wasOnCard ? (next?.id ?? null) : null, "text");
  if (wasOnCard && next) focusCard(next.id);
  else desk.pane.current?.focus();
  desk.say(`Deleted: ${called(annotation)}. Undo with {Control+Z}.`);
}

/** Gives an attribute a value; null takes it away. */
export function setAttribute(
  desk: Desk,
  id: string,
  name: AttributeName,
  value: string | null,
): void {
  const annotation = editable(desk, id);
  if (!annotation || (annotation.attributes[name] ?? null) === value) return;
  write(
    desk,
    annotation,
    withAttribute(contentOf(annotation), name, value),
    `${attributeLabel(name).toLowerCase()} of the ${called(annotation)}`,
  );
}

/** The author's flag with a note; null settles it. */
export function setDoubt(desk: Desk, id: string, note: string | null): void {
  const annotation = editable(desk, id);
  if (!annotation) return;
  const doubt = note?.trim() || null;
  if (doubt === annotation.doubt) return;
  write(
    desk,
    annotation,
    { ...contentOf(annotation), doubt },
    doubt ? "noting a doubt" : "settling a doubt",
  );
  desk.say(doubt ? "Doubt noted." : "Doubt settled.");
}
