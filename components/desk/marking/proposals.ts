import { wordsOf } from "#components/annotations/words.ts";
import type { Annotation, AnnotationContent, Attributes } from "#lib/annotations/model.ts";
import { mannerOf } from "./manner.ts";

/**
 * What an attribution's words propose for its attributes, where its author has not said otherwise: the
 * manner from the quotation marks, source type and who is meant from the same name before.
 */
export function withProposals(
  now: AnnotationContent,
  before: AnnotationContent | null,
  others: readonly Annotation[],
): AnnotationContent {
  if (now.tag !== "attribution") return now;
  return {
    ...now,
    attributes: { ...now.attributes, ...manner(now, before), ...source(now, others) },
  };
}

function manner(now: AnnotationContent, before: AnnotationContent | null): Attributes {
  const pieces = contentOf(now);
  const said = now.attributes.manner;
  const isOwn = said !== undefined && (!before || said !== mannerOf(contentOf(before)));
  return isOwn || pieces.length === 0 ? {} : { manner: mannerOf(pieces) };
}

function source(now: AnnotationContent, others: readonly Annotation[]): Attributes {
  const { sourceType, who } = now.attributes;
  const name = plainName(wordsOf(now, "source"));
  if (name === "" || (sourceType !== undefined && who !== undefined)) return {};
  const known = others.findLast(
    (each) =>
      each.tag === "attribution" &&
      each.attributes.sourceType !== undefined &&
      plainName(wordsOf(each, "source")) === name,
  )?.attributes;
  if (!known) return {};
  return {
    ...(sourceType === undefined && known.sourceType ? { sourceType: known.sourceType } : {}),
    ...(who === undefined && known.who ? { who: known.who } : {}),
  };
}

function contentOf({ segments }: AnnotationContent): string[] {
  return segments.filter(({ role }) => role === "content").map(({ exact }) => exact);
}

/** "The  Ministry" and "the ministry" are one name; "he" and "she" are no name, and mean another each time. */
function plainName(words: string): string {
  const name = words
    .toLowerCase()
    .replace(/^(?:the|a|an)\s+/u, "")
    .trim();
  return PRONOUNS.has(name) ? "" : name;
}

const PRONOUNS = new Set(
  "he she they it we i who er sie es wir ich il elle on ils elles nous je él ella ellos ellas lui lei loro он она они".split(
    " ",
  ),
);
