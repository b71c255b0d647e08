import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { MissedList, type MissedItem } from "./missed-list.tsx";
import { ReturnedList, type ReturnedItem } from "./returned-list.tsx";
import { ReviewTabs } from "./review-tabs.tsx";

type Props = {
  projectId: string;
  /** Null for who does not review. */
  waiting: number | null;
  returned: readonly ReturnedItem[];
  missed: readonly MissedItem[];
};

/** What came back to one: rejected annotations, and passages that one missed. */
export function ReturnedPage({ projectId, waiting, returned, missed }: Props) {
  const count = returned.length + missed.length;
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
      <header className="border-b border-line bg-surface px-4 sm:px-6">
        <h1 className="sr-only">Came back to me</h1>
        <ReviewTabs projectId={projectId} current="returned" waiting={waiting} returned={count} />
      </header>
      <div className="relative overflow-y-auto">
        <div className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 pb-16 sm:px-6">
          {count === 0 && (
            <EmptyState
              heading="Nothing came back to you"
              action={
                <ButtonLink href={`/projects/${projectId}/articles`}>Go to the articles</ButtonLink>
              }
            >
              When a reviewer rejects one of your annotations, it appears here with their words.
            </EmptyState>
          )}
          {returned.length > 0 && (
            <section aria-labelledby="returned" className="grid grid-cols-[minmax(0,1fr)] gap-3">
              <h2 id="returned" className="font-serif text-2xl font-semibold">
                Rejected
              </h2>
              <ReturnedList projectId={projectId} items={returned} />
            </section>
          )}
          {missed.length > 0 && (
            <section aria-labelledby="missed" className="grid grid-cols-[minmax(0,1fr)] gap-3">
              <h2 id="missed" className="font-serif text-2xl font-semibold">
                You missed this
              </h2>
              <MissedList projectId={projectId} items={missed} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
