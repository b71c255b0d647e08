import { saveSummary } from "../cards/save-state.ts";
import type { Desk } from "../model.ts";
import { missingPart } from "../marking/marking.ts";
import { heardBetween } from "../state/heard.ts";
import { paragraphOf } from "../state/paragraph.ts";
import { saidSelection } from "../state/said-words.ts";
import { coveringAt } from "./caret.ts";
import { called } from "./focus.ts";

/** Says where the caret stands, what begins around it, what is selected, open and saved. */
export function sayWhere(desk: Desk): void {
  const state = desk.store.get();
  const { article, caret, chosen, annotations, order, openId, focusId } = state;
  const paragraph = paragraphOf(article, caret) ?? "the text";
  const around = coveringAt(desk, caret);
  const open = openId === null ? undefined : annotations.get(openId);
  const focused = focusId === null ? undefined : annotations.get(focusId);
  const missing = open ? missingPart(open) : null;
  const sentences = [
    `You are in ${paragraph}.`,
    around.length === 0
      ? ""
      : heardBetween([], around, desk.data.me.id).replaceAll(" begins,", " around it,"),
    chosen.length > 0 ? saidSelection(article, chosen) : "",
    open ? `The ${called(open)} is open${missing ? ` and has no ${missing}` : ""}.` : "",
    focused && focused !== open ? `The ${called(focused)} has the keys.` : "",
    `${order.length} ${order.length === 1 ? "annotation" : "annotations"} here.`,
    `${saveSummary(state).text}.`,
  ];
  desk.say(sentences.filter(Boolean).join(" "));
}
