import type { Link, LinkType } from "#lib/links/model.ts";
import { linkWords } from "#components/annotations/words.ts";
import type { Desk } from "../model.ts";
import { linksOf } from "../state/links-of.ts";
import { askToChoose, focusCard } from "./focus.ts";
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
  desk.perform(`the link “${linkName(desk, type, from, to)}”`, [
    { kind: "put-link", id: desk.newId(), type, from, to },
  ]);
  desk.say(`Link drawn: ${linkName(desk, type, from, to)}.`);
}

/** Shift U: removes the one link of the focused annotation, or goes to those that can be removed. */
export function unlinkFocused(desk: Desk): void {
  const { focusId, links } = desk.store.get();
  if (focusId === null) return askToChoose(desk);
  const known = linksOf(links, focusId).filter((each) => mayUnlink(desk, each));
  const [only] = known;
  if (!only) return desk.say("It has no link that you can remove.");
  if (known.length === 1) return unlink(desk, only.id);
  document.querySelector<HTMLElement>(`[data-card="${focusId}"] [data-unlink]`)?.focus();
  desk.say(`It has ${known.length} links: Tab goes through them, Enter removes one.`);
}

/** Whose link it is removes it, and reviewers do. */
export function mayUnlink({ data }: Pick<Desk, "data">, { author }: Link): boolean {
  return data.can.write && (author.id === data.me.id || data.can.review);
}

export function unlink(desk: Desk, id: string): void {
  const known = desk.store.get().links.get(id);
  if (!known || !mayWrite(desk)) return;
  const name = linkName(desk, known.type, known.from, known.to);
  desk.perform(`removing the link “${name}”`, [
    { kind: "delete-link", id, from: known.from, to: known.to },
  ]);
  // The button that was pressed has gone with the link.
  const { focusId } = desk.store.get();
  if (focusId !== null && document.activeElement?.closest("[data-card]")) focusCard(focusId);
  desk.say(`Link removed: ${name}.`);
}

/** "denial denies claim": a link by its ends. */
function linkName(desk: Desk, type: LinkType, from: string, to: string): string {
  const { annotations, elsewhere } = desk.store.get();
  const tagOf = (id: string) => (annotations.get(id) ?? elsewhere.get(id))?.tag ?? "annotation";
  return `${tagOf(from)} ${linkWords(type, "from")} ${tagOf(to)}`;
}
