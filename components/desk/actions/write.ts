import { correctedContent } from "#components/review/correction.ts";
import type { Annotation, AnnotationContent } from "#lib/annotations/model.ts";
import type { Desk } from "../model.ts";
import { addedContent, newlySaid, saidBy, touches, type Placed } from "../marking/inside.ts";
import { sameMarking } from "../marking/marking.ts";
import { withProposals } from "../marking/proposals.ts";
import type { Change } from "../outbox/change.ts";
import { contentOf, rewrite } from "../outbox/inverse.ts";
import { NO_SPANS } from "../state/desk-state.ts";
import { focusOn } from "./focus.ts";

/**
 * Writes other content, with what it proposes and the links that it draws, as one step. Refused with a
 * sentence where it would repeat an annotation that is there.
 */
export function write(
  desk: Desk,
  annotation: Annotation,
  wanted: AnnotationContent,
  label: string,
): boolean {
  const { order } = desk.store.get();
  const before = contentOf(annotation);
  const content = correctedContent(withProposals(wanted, before, order));
  const same = sameMarking(order, content, desk.data.me.id, annotation.id);
  if (same) {
    focusOn(desk, same.id, "card");
    desk.say("You have marked exactly these words so already: here it is.", true);
    return false;
  }
  const after = { ...annotation, ...content };
  desk.perform(label, [rewrite(annotation, content), ...linksInwards(desk, after, before)]);
  return true;
}

/** The links that an attribution draws to the marks that its new pieces of content take in. */
export function linksInwards(
  desk: Desk,
  attribution: Annotation,
  before: AnnotationContent | null,
): Change[] {
  if (attribution.tag !== "attribution") return [];
  const said = newlySaid(
    attribution,
    addedContent(before?.tag === "attribution" ? before : null, attribution),
    desk.store.get().order,
  );
  return said.flatMap((mark) => attributes(desk, attribution.id, mark.id));
}

/** The link from the attribution that says a new mark: the open one, or the nearest around its words. */
export function linkOutwards(desk: Desk, mark: Placed): Change[] {
  const { order, openId, annotations } = desk.store.get();
  const open = openId === null ? undefined : annotations.get(openId);
  const isOpenMeant = open && open.id !== mark.id && mark.tag !== "attribution";
  const by = isOpenMeant && touches(open, mark) ? open : saidBy(mark, order);
  return by ? attributes(desk, by.id, mark.id) : [];
}

/** An *attributes* link, unless it is there. */
export function attributes(desk: Desk, from: string, to: string): Change[] {
  const isThere = [...desk.store.get().links.values()].some(
    (link) => link.type === "attributes" && link.from === from && link.to === to,
  );
  return isThere ? [] : [{ kind: "put-link", id: desk.newId(), type: "attributes", from, to }];
}

/** The annotation, if the reader may change it; says why not otherwise. */
export function editable(desk: Desk, id: string): Annotation | null {
  const annotation = desk.store.get().annotations.get(id);
  if (!annotation || !mayWrite(desk)) return null;
  if (annotation.author.id !== desk.data.me.id) {
    desk.say(`Only ${annotation.author.name}, who made this annotation, changes it.`, true);
    return null;
  }
  if (annotation.state === "approved") {
    desk.say("This annotation is approved. A reviewer can reopen it first.", true);
    return null;
  }
  return annotation;
}

export function mayWrite(desk: Desk): boolean {
  if (!isOpened(desk)) return false;
  if (!desk.data.can.write)
    desk.say("Marking takes the role of annotator; a manager can give it to you.", true);
  return desk.data.can.write;
}

/** What waits in the browser may change what stands: until it is known, nothing is changed. */
export function isOpened(desk: Desk): boolean {
  const { isReady } = desk.store.get();
  if (!isReady) desk.say("One moment: the desk is still opening.");
  return isReady;
}

/** The words have gone where they were to go: the caret stays, the selection does not. */
export function settleSelection(desk: Desk): void {
  desk.store.set({ chosen: NO_SPANS });
  desk.pane.current?.clearSelection();
}
