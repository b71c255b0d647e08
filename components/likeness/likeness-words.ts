import type { Likeness, LikenessDecision, LikenessFilter } from "#lib/likeness/model.ts";

export const FILTER_WORDS: Readonly<Record<LikenessFilter, string>> = {
  undecided: "To look at",
  kept: "Kept apart",
  tied: "Tied",
  merged: "Merged",
};

/** "98 % the same"; never 100, since they differ. */
export function similarityWords(similarity: number): string {
  return `${Math.min(99, Math.round(similarity * 100))} % the same`;
}

/** What was decided about a pair, in a sentence without who and when. */
export function decisionWords({ decision, first, second }: Likeness): string {
  switch (decision) {
    case null:
      return "Nobody has decided about these two yet.";
    case "kept":
      return "These two are kept apart.";
    case "tied":
      return "These two are tied together: each shows the other.";
    case "merged": {
      const stays = first.mergedIntoId === second.id ? second : first;
      const gone = stays === first ? second : first;
      return `“${gone.title}” is merged into “${stays.title}”.`;
    }
  }
}

/** What is said right after a decision. */
export function decidedWords(decision: LikenessDecision | null): string {
  if (decision === null) return "The decision is taken back.";
  return { kept: "Kept apart.", tied: "Tied together.", merged: "Merged." }[decision];
}
