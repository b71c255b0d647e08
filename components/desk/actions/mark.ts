import {
  withTag,
  withWords,
  withoutWords,
  correctedContent,
} from "#components/review/correction.ts";
import { wordsAt } from "#components/editor/article-text.ts";
import { TAG_LOOKS } from "#components/annotations/words.ts";
import type { Annotation, AnnotationContent, SegmentRole, Tag } from "#lib/annotations/model.ts";
import type { Desk } from "../create-desk.ts";
import { denialSpans, missingPart, newContent, sameMarking } from "../marking/marking.ts";
import type { Change } from "../outbox/change.ts";
import { contentOf, rewrite } from "../outbox/inverse.ts";
import { NO_SPANS } from "../state/desk-state.ts";
import { called, focusOn } from "./focus.ts";

/** C, D, A: tags the chosen words; without any, gives the focused annotation this tag. */
export function tag(desk: Desk, as: Tag): void {
  if (!mayWrite(desk)) return;
  const { chosen, openId, annotations, focusId } = desk.store.get();
  if (chosen.length > 0) return markWords(desk, as);
  const open = openId === null ? undefined : annotations.get(openId);
  if (open && as !== "attribution") return markInside(desk, open, as);
  if (focusId === null)
    return desk.say("Select some words first: Shift and the arrows, or the mouse.");
  const annotation = editable(desk, focusId);
  if (!annotation || annotation.tag === as) return;
  const content = correctedContent(withTag(contentOf(annotation), as));
  if (content.segments.length === 0) {
    return desk.say(`A ${as} needs content. Select its words, and press B.`, true);
  }
  write(desk, annotation, content, `${TAG_LOOKS[annotation.tag].word} made a ${as}`);
  desk.store.set({ openId: as === "attribution" ? annotation.id : null });
}

function markWords(desk: Desk, as: Tag): void {
  const { article, chosen, order } = desk.store.get();
  const content = newContent(article, as, chosen);
  const same = sameMarking(order, content, desk.data.me.id);
  if (same) {
    focusOn(desk, same.id, "text");
    return desk.say(`You have marked these words as a ${as} already: here it is.`);
  }
  const { id: articleId, revision } = desk.data.article;
  const id = desk.newId();
  desk.perform(`marking a ${called(content)}`, [
    { kind: "put-annotation", id, articleId, revision, content },
  ]);
  settleSelection(desk);
  focusOn(desk, id, "text");
  if (as === "attribution") desk.store.set({ openId: id });
  desk.say(
    as === "attribution"
      ? "Attribution marked. Now select its source and press S."
      : `${TAG_LOOKS[as].word} marked.`,
  );
}

/** In an open attribution: its content is a claim, or its cue and content a denial, with the link drawn. */
function markInside(desk: Desk, open: Annotation, as: "claim" | "denial"): void {
  const { article, order } = desk.store.get();
  const spans =
    as === "denial"
      ? denialSpans(article, open)
      : open.segments.filter(({ role }) => role === "content");
  if (spans.length === 0)
    return desk.say("This attribution has no content yet. Select it, and press X.", true);
  const content = newContent(article, as, spans);
  const same = sameMarking(order, content, desk.data.me.id);
  const target = same?.id ?? desk.newId();
  const { id: articleId, revision } = desk.data.article;
  const isLinked = [...desk.store.get().links.values()].some(
    (link) => link.type === "attributes" && link.from === open.id && link.to === target,
  );
  const changes: Change[] = [
    ...(same
      ? []
      : [{ kind: "put-annotation", id: target, articleId, revision, content } as const]),
    ...(isLinked
      ? []
      : [
          {
            kind: "put-link",
            id: desk.newId(),
            type: "attributes",
            from: open.id,
            to: target,
          } as const,
        ]),
  ];
  desk.perform(`marking what is attributed as a ${as}`, changes);
  desk.say(
    changes.length === 0
      ? `Its ${as} is marked and linked already.`
      : `${TAG_LOOKS[as].word} marked on the same words, and linked to its attribution.`,
  );
}

/** S, Q, X: gives the chosen words to a part of the open or focused attribution. */
export function giveRole(desk: Desk, role: SegmentRole, isBesides: boolean): void {
  const annotation = target(desk);
  if (!annotation) return;
  const { chosen, article } = desk.store.get();
  if (annotation.tag !== "attribution" && role !== "content") {
    return desk.say(`Only an attribution has a ${role}.`, true);
  }
  if (chosen.length === 0) return desk.say(`Select the ${role} first.`);
  if (role === "cue" && chosen.length > 1) {
    return desk.say("A cue is one piece within a paragraph. Select fewer words.", true);
  }
  const content = withWords(
    contentOf(annotation),
    role,
    chosen,
    (span) => wordsAt(article, span),
    isBesides,
  );
  if (!write(desk, annotation, content, `setting the ${role}`)) return;
  settleSelection(desk);
  desk.say(afterRole(content, annotation.tag, role));
}

/** B: these words instead of those that it has as its content. */
export function useTheseWords(desk: Desk): void {
  giveRole(desk, "content", false);
}

/** N: the part that is asked for does not stand in the text. */
export function stateAbsent(desk: Desk): void {
  const annotation = target(desk);
  if (!annotation) return;
  const role = annotation.tag === "attribution" ? missingPart(annotation) : null;
  if (!role) return desk.say("Nothing is missing.");
  const content = withoutWords(contentOf(annotation), role, true);
  write(desk, annotation, content, `stating that there is no ${role}`);
  const next = missingPart(content);
  desk.say(`There is no ${role}: noted.${next ? ` Now the ${next}.` : ""}`);
}

/** Takes a part's words away, or the statement that it is absent. */
export function clearRole(desk: Desk, id: string, role: SegmentRole): void {
  const annotation = editable(desk, id);
  if (!annotation) return;
  const content = withoutWords(contentOf(annotation), role, false);
  if (content.segments.length === 0)
    return desk.say("An annotation keeps at least some words.", true);
  write(desk, annotation, content, `taking the ${role} away`);
  desk.say(`The ${role} is taken away.`);
}

/** Writes other content, unless that would repeat an annotation that is there. */
export function write(
  desk: Desk,
  annotation: Annotation,
  content: AnnotationContent,
  label: string,
): boolean {
  const same = sameMarking(desk.store.get().order, content, desk.data.me.id, annotation.id);
  if (same) {
    focusOn(desk, same.id, "card");
    desk.say("You have marked exactly these words so already: here it is.", true);
    return false;
  }
  desk.perform(label, [rewrite(annotation, content)]);
  return true;
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
  if (!desk.store.get().isReady) return false;
  if (!desk.data.can.write)
    desk.say("Marking takes the role of annotator; a manager can give it to you.", true);
  return desk.data.can.write;
}

function target(desk: Desk): Annotation | null {
  const { openId, focusId } = desk.store.get();
  const id = openId ?? focusId;
  if (id === null) {
    desk.say("First mark what was said, with A.");
    return null;
  }
  return editable(desk, id);
}

function settleSelection(desk: Desk): void {
  desk.store.set({ chosen: NO_SPANS });
  desk.pane.current?.clearSelection();
}

function afterRole(content: AnnotationContent, as: Tag, role: SegmentRole): string {
  const said = `${role.charAt(0).toUpperCase()}${role.slice(1)} set.`;
  const missing = as === "attribution" ? missingPart(content) : null;
  return missing ? `${said} Now the ${missing}.` : said;
}
