import type { GuidelinesHeading } from "#components/projects/guidelines-outline.ts";
import type { Tag } from "#lib/annotations/model.ts";

/**
 * The heading of the part about a tag: the first that begins with its word ("Claims", "Denial of …"),
 * else the first that has it. Null where the guidelines name it nowhere.
 */
export function headingForTag(
  outline: readonly GuidelinesHeading[],
  tag: Tag,
): GuidelinesHeading | null {
  const word = new RegExp(String.raw`(?<!\p{L})${tag}s?(?!\p{L})`, "iu");
  const found = outline.filter(({ text }) => word.test(text));
  return found.find(({ text }) => text.search(word) === 0) ?? found[0] ?? null;
}
