import { z } from "zod";
import { codePoint } from "#lib/text/offsets.ts";

/** What a stretch of text is to its reader. */
export const BlockKind = z.enum([
  "title",
  "heading",
  "paragraph",
  "list-item",
  "quotation",
  "caption",
  "update",
]);
export type BlockKind = z.infer<typeof BlockKind>;

/** What a stretch is that does not belong to the article: folded away, never deleted. */
export const Boilerplate = z.enum([
  "styles",
  "navigation",
  "teaser",
  "appeal",
  "byline",
  "credit",
  "biography",
  "comments",
  "repeated",
  "other",
]);
export type Boilerplate = z.infer<typeof Boilerplate>;

const Offset = z.number().int().nonnegative().transform(codePoint);

/** A stretch of a revision's canonical text, half-open, in code points. */
export const Block = z
  .object({
    kind: BlockKind,
    boilerplate: Boilerplate.nullable(),
    start: Offset,
    end: Offset,
  })
  .readonly();
export type Block = z.infer<typeof Block>;
