import { ANNOTATION_STATE_LOOKS, ROLE_WORDS, TAG_LOOKS } from "#components/annotations/words.ts";
import type { Annotation, Segment } from "#lib/annotations/model.ts";

/** A part of an annotation that covers a place in the text. */
export type Covering = { readonly annotation: Annotation; readonly segment: Segment };

/**
 * What a step of the caret passes, said for those who listen: "Claim ends. Denial begins, draft, by
 * Ana." Source and cue of an attribution are said as such. Empty when there is nothing to say.
 */
export function heardBetween(
  before: readonly Covering[],
  now: readonly Covering[],
  myId: string,
): string {
  const ended = before.filter(({ segment }) => now.every((each) => each.segment !== segment));
  const begun = now.filter(({ segment }) => before.every((each) => each.segment !== segment));
  return [
    ...few(ended, (each) => `${partOf(each)} ends.`),
    ...few(begun, (each) => `${partOf(each)} begins, ${stateAndAuthor(each.annotation, myId)}.`),
  ].join(" ");
}

/** "draft, by Ana": what is said of an annotation besides its tag. */
export function stateAndAuthor({ state, author }: Annotation, myId: string): string {
  const name = author.id === myId ? "you" : author.name;
  return `${ANNOTATION_STATE_LOOKS[state].word}, by ${name}`;
}

function partOf({ annotation, segment }: Covering): string {
  const { tag, segments } = annotation;
  if (segment.role !== "content") return `${ROLE_WORDS[segment.role]} of an attribution`;
  const pieces = segments.filter(({ role }) => role === "content");
  const word = TAG_LOOKS[tag].word;
  return pieces.length === 1 ? word : `${word}, piece ${pieces.indexOf(segment) + 1},`;
}

/** Of many at one place the first few, and how many more: nobody listens to twenty. */
function few(all: readonly Covering[], say: (covering: Covering) => string): string[] {
  const said = all.slice(0, 3).map(say);
  return all.length > 3 ? [...said, `And ${all.length - 3} more.`] : said;
}
