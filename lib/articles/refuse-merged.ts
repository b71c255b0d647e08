import { DomainError } from "#lib/errors.ts";

/** Nothing new is written on an article that was folded away into another ("state"). */
export function refuseMerged({ mergedIntoId }: { mergedIntoId: string | null }): void {
  if (mergedIntoId === null) return;
  throw new DomainError(
    "state",
    "This article was merged into another one and is folded away. Mark the words there, or take the merge back.",
    { detail: { mergedIntoId } },
  );
}
