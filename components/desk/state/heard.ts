import { nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import type { Annotation } from "#lib/annotations/model.ts";

/**
 * What a step of the caret passes, said for those who listen: which annotations end and which begin
 * between the two places, and the paragraph where it is another one. Empty when there is nothing to say.
 */
export function heardBetween(
  before: readonly string[],
  now: readonly string[],
  annotations: ReadonlyMap<string, Annotation>,
  paragraph: string | null,
): string {
  const ended = before.filter((id) => !now.includes(id)).flatMap((id) => annotations.get(id) ?? []);
  const begun = now.filter((id) => !before.includes(id)).flatMap((id) => annotations.get(id) ?? []);
  return [
    paragraph === null ? "" : `${paragraph.charAt(0).toUpperCase()}${paragraph.slice(1)}.`,
    ...few(ended, ({ tag }) => `${TAG_LOOKS[tag].word} ends.`),
    ...few(begun, (each) => `${TAG_LOOKS[each.tag].word}: ${shorten(nameOf(each), 60)}.`),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Of many at one place the first few, and how many more: nobody listens to twenty. */
function few(all: readonly Annotation[], say: (annotation: Annotation) => string): string[] {
  const said = all.slice(0, 3).map(say);
  return all.length > 3 ? [...said, `And ${all.length - 3} more.`] : said;
}
