import { z } from "zod";

/** What a person decided about two articles that are nearly the same text. */
export const LIKENESS_DECISIONS = ["kept", "merged", "tied"] as const;
export const LikenessDecision = z.enum(LIKENESS_DECISIONS);
export type LikenessDecision = z.infer<typeof LikenessDecision>;

/** What lists are asked for: those that wait for somebody, or those with a decision. */
export const LIKENESS_FILTERS = ["undecided", ...LIKENESS_DECISIONS] as const;
export const LikenessFilter = z.enum(LIKENESS_FILTERS);
export type LikenessFilter = z.infer<typeof LikenessFilter>;

/**
 * A decision as it is sent. "kept": two articles of their own. "tied": two of their own that are shown
 * as belonging together. "merged": one is folded away, and what stands on `into` remains. Null takes
 * the decision back.
 */
export const DecideLikeness = z.object({
  decision: LikenessDecision.nullable(),
  /** Needed to merge: the one of the two that stays. */
  into: z.uuid().toLowerCase().optional(),
  /** The decision that the sender has before them; refused when it is another by now. */
  was: LikenessDecision.nullable().optional(),
});
export type DecideLikeness = z.infer<typeof DecideLikeness>;

/** One of the two articles, with what helps to choose between them. */
export type LikeArticle = {
  id: string;
  title: string;
  url: string | null;
  publisher: string | null;
  byline: string | null;
  published: string | null;
  createdAt: string;
  /** Number of the current revision, and its length in code points. */
  revision: number;
  length: number;
  /** Annotations that stand on it, withdrawn ones aside. */
  annotations: number;
  /** The article that it was merged into. */
  mergedIntoId: string | null;
};

/** Two articles of a project that are nearly the same text. */
export type Likeness = {
  id: string;
  projectId: string;
  /** Estimated share of their words, in runs of three, that both have: from 0 to 1. */
  similarity: number;
  decision: LikenessDecision | null;
  decidedBy: { id: string; name: string } | null;
  decidedAt: string | null;
  createdAt: string;
  /** The older article. */
  first: LikeArticle;
  second: LikeArticle;
};

/** "Also in The Estuary Courier, 98 % the same": another article with the same text, as an article's page shows it. */
export type Tie = {
  likenessId: string;
  /** "merged": it was folded into the article that is looked at. */
  decision: "tied" | "merged";
  similarity: number;
  article: LikeArticle;
};
