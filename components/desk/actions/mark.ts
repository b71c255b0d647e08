import { withTag, correctedContent } from "#components/review/correction.ts";
import { aTag, TAG_LOOKS } from "#components/annotations/words.ts";
import type { Annotation, AnnotationContent, SegmentRole, Tag } from "#lib/annotations/model.ts";
import type { PaintSpan } from "#components/editor/painter.ts";
import type { Desk } from "../model.ts";
import { claimSpans, denialSpans, newContent, sameMarking } from "../marking/marking.ts";
import { withProposals } from "../marking/proposals.ts";
import type { Change } from "../outbox/change.ts";
import { contentOf, rewrite } from "../outbox/inverse.ts";
import { calledOne, focusOn } from "./focus.ts";
import {
  attributes,
  editable,
  linkOutwards,
  linksInwards,
  mayWrite,
  settleSelection,
  write,
} from "./write.ts";

/**
 * C, D, A: tags the chosen words. Without any, C and D mark what an open attribution says, and else
 * the focused annotation gets this tag; A opens an attribution again.
 */
export function tag(desk: Desk, as: Tag): void {
  if (!mayWrite(desk)) return;
  const { chosen, openId, annotations, focusId } = desk.store.get();
  if (chosen.length > 0) return markWords(desk, as, chosen, "content");
  const open = openId === null ? undefined : annotations.get(openId);
  if (open && as !== "attribution") return markInside(desk, open, as);
  if (focusId === null)
    return desk.say("Select some words first: Shift and the arrows, or the mouse.");
  const annotation = editable(desk, focusId);
  if (!annotation) return;
  desk.store.set({ lastTag: as });
  if (annotation.tag === as) {
    if (as !== "attribution") return desk.say(`It is a ${as} already.`);
    desk.store.set({ openId: annotation.id, asked: null });
    return desk.say("Opened again: {S}, {Q} and {X} give it source, cue and content.");
  }
  const content = correctedContent(withTag(contentOf(annotation), as));
  if (content.segments.length === 0) {
    return desk.say(`A ${as} needs content. Select its words, and press {B}.`, true);
  }
  const made = `${annotation.tag} made ${aTag(as)}`;
  if (!write(desk, annotation, content, made)) return;
  desk.store.set({ openId: as === "attribution" ? annotation.id : null, asked: null });
  const lost = annotation.segments.length > content.segments.length;
  desk.say(
    `${TAG_LOOKS[annotation.tag].word} made ${aTag(as)}${lost ? "; its source and cue are let go" : ""}. Undo with {Control+Z}.`,
  );
}

/** R: the tag that was given last, once more. */
export function repeatTag(desk: Desk): void {
  const { lastTag, chosen } = desk.store.get();
  if (lastTag === null) desk.say("No tag has been given yet: {C}, {D} or {A} gives one.");
  else if (chosen.length === 0)
    desk.say("Select some words first: Shift and the arrows, or the mouse.");
  else tag(desk, lastTag);
}

/** Makes an annotation of some words; an attribution may begin with any of its parts. */
export function markWords(
  desk: Desk,
  as: Tag,
  spans: readonly PaintSpan[],
  role: SegmentRole,
): void {
  const { article, order } = desk.store.get();
  const content = withProposals(newContent(article, as, spans, role), null, order);
  const same = sameMarking(order, content, desk.data.me.id);
  if (same) {
    focusOn(desk, same.id, "text");
    return desk.say(`You have marked these words as ${aTag(as)} already: here it is.`);
  }
  const id = desk.newId();
  const made = annotationOf(desk, id, content);
  const links = [...linkOutwards(desk, made), ...linksInwards(desk, made, null)];
  desk.perform(`marking ${calledOne(content)}`, [put(desk, id, content), ...links]);
  settleSelection(desk);
  const { openId } = desk.store.get();
  const isInOpen = links.some((each) => each.kind === "put-link" && each.from === openId);
  focusOn(desk, id, "text");
  desk.store.set({
    lastTag: as,
    ...(as === "attribution" ? { openId: id, asked: null } : isInOpen ? { openId } : {}),
  });
  const linked = links.length > 0 ? " Linked to what is around it." : "";
  desk.say(
    as === "attribution"
      ? `Attribution begun with its ${role}.${linked} {S} source, {Q} cue, {X} content.`
      : `${TAG_LOOKS[as].word} marked${links.length > 0 ? ", and linked to its attribution" : ""}.`,
  );
}

/** In an open attribution: its content is a claim, or its cue and content a denial, with the link drawn. */
function markInside(desk: Desk, open: Annotation, as: "claim" | "denial"): void {
  const { article, order } = desk.store.get();
  if (!open.segments.some(({ role }) => role === "content"))
    return desk.say("This attribution has no content yet. Select it, and press {X}.", true);
  const spans = as === "denial" ? denialSpans(article, open) : claimSpans(article, open);
  const content = newContent(article, as, spans, "content");
  const same = sameMarking(order, content, desk.data.me.id);
  const target = same?.id ?? desk.newId();
  const changes = [
    ...(same ? [] : [put(desk, target, content)]),
    ...attributes(desk, open.id, target),
    ...denying(desk, open, as),
  ];
  desk.perform(`marking what is attributed as a ${as}`, changes);
  focusOn(desk, target, "text");
  // Its figures are for the new one now, and the attribution goes on.
  desk.store.set({ lastTag: as, openId: open.id });
  desk.say(
    changes.length === 0
      ? `Its ${as} is marked and linked already.`
      : `${TAG_LOOKS[as].word} marked on the same words, and linked to its attribution.`,
  );
}

/** Whose cue belongs to a denial denies: said where nothing else has been. */
function denying(desk: Desk, open: Annotation, as: "claim" | "denial"): Change[] {
  if (as !== "denial" || open.attributes.commitment || open.author.id !== desk.data.me.id)
    return [];
  return [rewrite(open, { attributes: { ...open.attributes, commitment: "denies" } })];
}

function put(desk: Desk, id: string, content: AnnotationContent): Change {
  const { id: articleId, revision } = desk.data.article;
  return { kind: "put-annotation", id, articleId, revision, content };
}

/** The annotation that is about to be there. */
function annotationOf(desk: Desk, id: string, content: AnnotationContent): Annotation {
  const { article, me } = desk.data;
  return {
    ...content,
    id,
    articleId: article.id,
    revision: article.revision,
    state: "draft",
    version: 0,
    author: { id: me.id, name: me.name },
    createdAt: "",
    updatedAt: "",
  };
}
