import type { ArticleState, WorkState } from "./model.ts";

/** How many annotations of an article stand in each state. */
export type AnnotationCounts = {
  draft: number;
  submitted: number;
  approved: number;
  rejected: number;
  withdrawn: number;
};

/**
 * The state of an article. In review: something is submitted. Done: somebody has finished it, nobody
 * has it open, and every annotation is decided (approved, rejected or withdrawn). In work: an
 * annotation exists or somebody began. New: none of these. The articles table says the same in SQL
 * (articles-table-sql.ts), and a test holds the two against each other.
 *
 * `work` has the states of those who touched the article; whoever never began it does not count.
 */
export function articleState(counts: AnnotationCounts, work: readonly WorkState[]): ArticleState {
  const isOpen = work.some((state) => state === "begun" || state === "reopened");
  const isFinished = work.includes("finished");
  if (counts.submitted > 0) return "in-review";
  if (isFinished && !isOpen && counts.draft === 0) return "done";
  const isMarked = counts.draft + counts.approved + counts.rejected > 0;
  return isMarked || isOpen || isFinished ? "in-work" : "new";
}
