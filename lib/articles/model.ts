import { z } from "zod";
import type { Block, Boilerplate } from "#lib/cleanup/block.ts";

export const WORK_STATES = ["not-begun", "begun", "finished", "reopened"] as const;
export const WorkState = z.enum(WORK_STATES);
export type WorkState = z.infer<typeof WorkState>;

/** Derived, never stored: see article-state.ts. */
export const ARTICLE_STATES = ["new", "in-work", "in-review", "done"] as const;
export const ArticleState = z.enum(ARTICLE_STATES);
export type ArticleState = z.infer<typeof ArticleState>;

export const TEXT_MEDIA_TYPES = ["text/plain", "text/html", "text/markdown"] as const;
export const TextMediaType = z.enum(TEXT_MEDIA_TYPES);
export type TextMediaType = z.infer<typeof TextMediaType>;

const label = z.string().trim().max(1000);
const published = z
  .string()
  .trim()
  .regex(
    /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/,
    "Use YYYY, YYYY-MM, YYYY-MM-DD or a full date and time.",
  );

/** What is known about an article besides its text; all of it editable. */
export const ArticleDetails = z.object({
  title: label.min(1).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(4000)
    .nullish(),
  publisher: label.nullish(),
  byline: label.nullish(),
  published: published.nullish(),
  language: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .nullish(),
});
export type ArticleDetails = z.infer<typeof ArticleDetails>;

/** A new article as the API receives it: raw content, cleaned as the `clean` command does. */
export const ArticleInput = ArticleDetails.extend({
  text: z.string(),
  mediaType: TextMediaType,
});
export type ArticleInput = z.infer<typeof ArticleInput>;

export type ArticleBlock = Block;

/** An article without its text, as lists give it. */
export type ArticleSummary = {
  id: string;
  projectId: string;
  title: string;
  url: string | null;
  mediaType: string;
  publisher: string | null;
  byline: string | null;
  published: string | null;
  language: string | null;
  revision: number;
  hash: string;
  createdAt: string;
};

export type Article = ArticleSummary & { text: string; blocks: ArticleBlock[] };

/** A person's correction of one block, known by its place in the revision's list. */
export const BlockCorrection = z.object({
  revision: z.int().min(1).optional(),
  boilerplate: z.string().nullable(),
});
export type BlockCorrection = { revision?: number; boilerplate: Boilerplate | null };
