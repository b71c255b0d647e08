import { shorten } from "#components/annotations/words.ts";
import { wordsAt } from "#components/editor/article-text.ts";
import { withWords, withoutWords } from "#components/review/correction.ts";
import type { Annotation, AnnotationContent, SegmentRole, Tag } from "#lib/annotations/model.ts";
import type { Desk } from "../model.ts";
import { missingPart } from "../marking/marking.ts";
import { contentOf } from "../outbox/inverse.ts";
import { mayChange } from "../state/may-change.ts";
import { askToChoose, called, focusOn } from "./focus.ts";
import { markWords } from "./mark.ts";
import { editable, mayWrite, settleSelection, write } from "./write.ts";

/**
 * S, Q, X: gives the chosen words to a part of the open attribution, or of the focused annotation that
 * lacks it; where there is none, an attribution begins with them.
 */
export function giveRole(desk: Desk, role: SegmentRole, isBesides: boolean): void {
  if (!mayWrite(desk)) return;
  const { chosen } = desk.store.get();
  if (chosen.length === 0) return desk.say(`Select the ${role} first.`);
  if (role === "cue" && chosen.length > 1) {
    return desk.say("A cue is one piece within a paragraph. Select fewer words.", true);
  }
  const annotation = taker(desk, role);
  if (!annotation) return markWords(desk, "attribution", chosen, role);
  giveWords(desk, annotation, role, isBesides);
}

/** B: these words instead of those that the focused annotation has as its content. */
export function useTheseWords(desk: Desk): void {
  const { focusId, chosen } = desk.store.get();
  if (focusId === null) return askToChoose(desk);
  if (chosen.length === 0) return desk.say("Select its words first.");
  const annotation = editable(desk, focusId);
  if (annotation) giveWords(desk, annotation, "content", false);
}

/** N: the part that is asked for does not stand in the text. */
export function stateAbsent(desk: Desk): void {
  const { openId, focusId, asked } = desk.store.get();
  const id = openId ?? focusId;
  if (id === null) return desk.say("First mark an attribution, with {A}.");
  const annotation = editable(desk, id);
  if (!annotation) return;
  const role = annotation.tag === "attribution" ? (asked ?? missingPart(annotation)) : null;
  if (!role) return desk.say("Nothing is missing.");
  const content = withoutWords(contentOf(annotation), role, true);
  if (!write(desk, annotation, content, `stating that there is no ${role}`)) return;
  const next = missingPart(content);
  // Whoever answers Enter's question is asked the next one, or is done.
  if (asked !== null && openId !== null) {
    if (next === null) return close(desk, openId, `There is no ${role}: noted.`);
    desk.store.set({ asked: next });
  }
  desk.say(`There is no ${role}: noted.${next ? ` Now the ${next}.` : ""}`);
}

/** Enter: closes the open attribution; asks once for a part that it lacks. */
export function closeAttribution(desk: Desk): void {
  const { openId, annotations, asked } = desk.store.get();
  const open = openId === null ? undefined : annotations.get(openId);
  if (!open) return desk.store.set({ openId: null, asked: null });
  const missing = missingPart(open);
  if (missing && asked !== missing) {
    desk.store.set({ asked: missing });
    focusOn(desk, open.id, "text");
    const key = { source: "S", cue: "Q", content: "X" }[missing];
    return desk.say(
      `It has no ${missing} yet. Select it and press {${key}}, or {N}: there is none. {Enter} closes it as it is.`,
    );
  }
  close(desk, open.id, "");
}

/** Shift X: takes the piece of the focused annotation away in which the caret stands, or a word is selected. */
export function takePieceAway(desk: Desk): void {
  const { focusId, chosen, caret } = desk.store.get();
  if (focusId === null) return askToChoose(desk);
  const annotation = editable(desk, focusId);
  if (!annotation) return;
  const [first] = chosen;
  const [from, to] = first ? [first.start, first.end] : [caret, caret];
  const piece = annotation.segments.find(({ start, end }) => start <= to && from <= end);
  if (!piece) return desk.say("Put the caret into the piece that is to go.");
  const segments = annotation.segments.filter((each) => each !== piece);
  if (segments.length === 0) return desk.say("An annotation keeps at least some words.", true);
  const content = { ...contentOf(annotation), segments };
  if (!write(desk, annotation, content, `taking a piece of the ${called(annotation)} away`)) return;
  settleSelection(desk);
  desk.say(`No longer ${piece.role}: ‘${shorten(piece.exact, 60)}’.`);
}

/** Takes a part's words away, or the statement that it is absent. */
export function clearRole(desk: Desk, id: string, role: SegmentRole): void {
  const annotation = editable(desk, id);
  if (!annotation) return;
  const content = withoutWords(contentOf(annotation), role, false);
  if (content.segments.length === 0)
    return desk.say("An annotation keeps at least some words.", true);
  write(desk, annotation, content, `taking the ${role} of the ${called(annotation)} away`);
  desk.say(`The ${role} is taken away.`);
}

function close(desk: Desk, id: string, said: string): void {
  desk.store.set({ openId: null, asked: null });
  focusOn(desk, id, "text");
  desk.say(`${said} Attribution closed.`.trim());
}

/** Who gets the words: the open attribution, else the focused annotation if it can use them. */
function taker(desk: Desk, role: SegmentRole): Annotation | null {
  const { openId, focusId, annotations } = desk.store.get();
  const open = openId === null ? undefined : annotations.get(openId);
  if (open && mayChange(desk, open)) return open;
  const focused = focusId === null ? undefined : annotations.get(focusId);
  if (!focused || !mayChange(desk, focused)) return null;
  if (role === "content") return focused;
  const isLacking =
    focused.tag === "attribution" && !focused.segments.some((each) => each.role === role);
  return isLacking && !focused.absent.includes(role) ? focused : null;
}

function giveWords(
  desk: Desk,
  annotation: Annotation,
  role: SegmentRole,
  isBesides: boolean,
): void {
  const { chosen, article, openId } = desk.store.get();
  const content = withWords(
    contentOf(annotation),
    role,
    chosen,
    (span) => wordsAt(article, span),
    isBesides,
  );
  if (!write(desk, annotation, content, `setting the ${role} of the ${called(annotation)}`)) return;
  settleSelection(desk);
  if (openId === annotation.id) {
    desk.store.set({ asked: null });
    focusOn(desk, annotation.id, "text");
  }
  desk.say(afterRole(content, annotation.tag, role));
}

function afterRole(content: AnnotationContent, as: Tag, role: SegmentRole): string {
  const said = `${role.charAt(0).toUpperCase()}${role.slice(1)} set.`;
  const missing = as === "attribution" ? missingPart(content) : null;
  return missing ? `${said} Now the ${missing}.` : said;
}
