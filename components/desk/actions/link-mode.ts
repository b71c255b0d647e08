import { aTag } from "#components/annotations/words.ts";
import { DIRECTIONS, linkTypesBetween } from "#lib/links/directions.ts";
import type { Desk } from "../model.ts";
import { askToChoose } from "./focus.ts";
import { link } from "./link.ts";
import { mayWrite } from "./write.ts";

/**
 * Shift L: begins a link at the focused annotation; at another one it draws it, and asks for the kind
 * only where several make sense.
 */
export function drawLink(desk: Desk): void {
  const { linkFrom, focusId, annotations } = desk.store.get();
  if (!mayWrite(desk)) return;
  if (focusId === null) return askToChoose(desk);
  const focused = annotations.get(focusId);
  if (linkFrom !== null && linkFrom !== focusId) return finishLink(desk, focusId);
  if (linkFrom === focusId) {
    desk.store.set({ linkFrom: null });
    return desk.say("No link is drawn.");
  }
  if (!focused) return;
  desk.store.set({ linkFrom: focusId });
  desk.say(`A link from the ${focused.tag}. Press {Shift+L} at the other annotation, or click it.`);
}

/** Draws the link that was begun to this annotation. */
export function finishLink(desk: Desk, otherId: string): void {
  const { linkFrom, annotations } = desk.store.get();
  const from = linkFrom === null ? undefined : annotations.get(linkFrom);
  const to = annotations.get(otherId);
  desk.store.set({ linkFrom: null });
  if (!from || !to || from.id === to.id) return;
  const ways = [
    ...linkTypesBetween(from.tag, to.tag).map((type) => ({
      type,
      ends: [from.id, to.id] as const,
    })),
    ...linkTypesBetween(to.tag, from.tag)
      .filter((type) => DIRECTIONS[type].isDirected)
      .map((type) => ({ type, ends: [to.id, from.id] as const })),
  ];
  const [only] = ways;
  if (!only) return desk.say(`Nothing links ${aTag(from.tag)} and ${aTag(to.tag)}.`, true);
  if (ways.length === 1) return link(desk, only.type, ...only.ends);
  // Several kinds make sense: the dialog offers those between these two first.
  desk.store.set({ focusId: from.id, dialog: "link", linkTo: to.id });
}
