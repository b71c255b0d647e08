import type { AnnotationContent } from "#lib/annotations/model.ts";

/** What a content says, to be compared: the server sorts some lists, and their order says nothing. */
export function contentParts({
  tag,
  segments,
  absent,
  attributes,
  doubt,
}: AnnotationContent): readonly unknown[] {
  const places = segments.map(({ role, start, end }) => `${role} ${start} ${end}`).toSorted();
  const values = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [tag, places, absent.toSorted(), values, doubt];
}
