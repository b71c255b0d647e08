import type { AnnotationContent } from "#lib/annotations/model.ts";
import { saidAttributes } from "./attribute-words.ts";
import { TAG_LOOKS, wordsOf } from "./words.ts";

/** What an annotation says, in lines that can be compared: its tag, its words by part, its attributes. */
export function contentLines(content: AnnotationContent): string[] {
  const roles = (["source", "cue", "content"] as const).flatMap((role) => {
    const words = wordsOf(content, role);
    return words ? [`${role}: “${words}”`] : content.absent.includes(role) ? [`${role}: none`] : [];
  });
  return [
    TAG_LOOKS[content.tag].word,
    ...roles,
    ...saidAttributes(content.tag, content.attributes).map(
      ({ label, value }) => `${label}: ${value}`,
    ),
    ...(content.doubt ? [`Doubt: ${content.doubt}`] : []),
  ];
}
