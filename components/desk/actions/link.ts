import type { LinkType } from "#lib/links/model.ts";
import type { Desk } from "../create-desk.ts";
import { focusCard } from "./focus.ts";
import { mayWrite } from "./write.ts";

/** Ties two annotations together, also across articles. */
export function link(desk: Desk, type: LinkType, from: string, to: string): void {
  if (!mayWrite(desk)) return;
  const isThere = [...desk.store.get().links.values()].some(
    (each) =>
      each.type === type &&
      ((each.from === from && each.to === to) ||
        ((type === "same-claim" || type === "contradicts") &&
          each.from === to &&
          each.to === from)),
  );
  if (isThere) return desk.say("These two are linked so already.");
  desk.perform("drawing a link", [{ kind: "put-link", id: desk.newId(), type, from, to }]);
  desk.say("Link drawn.");
}

export function unlink(desk: Desk, id: string): void {
  const known = desk.store.get().links.get(id);
  if (!known || !mayWrite(desk)) return;
  desk.perform("removing a link", [{ kind: "delete-link", id, from: known.from, to: known.to }]);
  // The button that was pressed has gone with the link.
  const { focusId } = desk.store.get();
  if (focusId !== null && document.activeElement?.closest("[data-card]")) focusCard(focusId);
  desk.say("Link removed.");
}
