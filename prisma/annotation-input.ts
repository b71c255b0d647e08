import type { AnnotationInput, SegmentRole } from "#lib/annotations/model.ts";
import type { Article } from "#lib/articles/model.ts";
import { codePointLength } from "#lib/text/offsets.ts";

export type QuotedSegment = {
  role?: SegmentRole;
  quote: string;
  /** Which occurrence, from 1. */ nth?: number;
};

/** What a PUT sends, with the segments told by their words. Throws when they do not stand in the text. */
export function annotationInput(
  article: Pick<Article, "id" | "text">,
  given: Partial<Omit<AnnotationInput, "segments" | "articleId">> & {
    segments?: QuotedSegment[];
    quote?: string;
  },
): AnnotationInput {
  const { segments, quote, ...rest } = given;
  const quoted = segments ?? [{ quote: quote ?? firstWords(article.text) }];
  return {
    tag: "claim",
    absent: [],
    attributes: {},
    doubt: null,
    ...rest,
    articleId: article.id,
    segments: quoted.map((segment) => placeOf(article.text, segment)),
  };
}

function firstWords(text: string): string {
  return /\S+(?:\s+\S+){0,3}/u.exec(text)?.[0] ?? text;
}

function placeOf(
  text: string,
  { role = "content", quote, nth = 1 }: QuotedSegment,
): AnnotationInput["segments"][number] {
  let at = -1;
  for (let n = 0; n < nth; n++) at = text.indexOf(quote, at + 1);
  if (at === -1 || quote === "")
    throw new Error(`“${quote}” does not stand ${nth} times in the text.`);
  const start = codePointLength(text.slice(0, at));
  return { role, start, end: start + codePointLength(quote), exact: quote };
}
