import { Time } from "#components/ui/time.tsx";
import type { RevisionSummary } from "#lib/revisions/model.ts";

type Props = { publisher: string | null; revision: RevisionSummary };

/** "The Estuary Courier changed what it said at 14:05", or that somebody brought another text. */
export function ChangeSentence({ publisher, revision }: Props) {
  const { origin, retrievedAt, createdAt } = revision;
  const isFetched = retrievedAt !== null || origin.kind === "address" || origin.kind === "feed";
  const when = <Time at={retrievedAt ?? createdAt} />;
  return isFetched ? (
    <>
      {publisher ?? "This outlet"} changed what it said; it was seen on {when}.
    </>
  ) : (
    <>Another text of this article was brought here on {when}.</>
  );
}
