import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

type Props = {
  projectId: string;
  title: string;
  into: { id: string; title: string };
};

/** What stands in place of the desk of an article that was merged into another. */
export function MergedAway({ projectId, title, into }: Props) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState
        isWholePage
        heading="Merged into another article"
        action={
          <>
            <ButtonLink href={`/projects/${projectId}/articles/${into.id}`}>
              Open “{into.title}”
            </ButtonLink>
            <ButtonLink href={`/projects/${projectId}/likenesses?decision=merged`}>
              See what was merged
            </ButtonLink>
          </>
        }
      >
        “{title}” is nearly the same text as “{into.title}” and was folded into it. Nothing of it is
        lost: a reviewer can take the merge back.
      </EmptyState>
    </main>
  );
}
