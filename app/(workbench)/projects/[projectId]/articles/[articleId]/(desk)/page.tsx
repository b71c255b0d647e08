import type { Metadata } from "next";
import { Desk } from "#components/desk/desk.tsx";
import { MergedAway } from "#components/likeness/merged-away.tsx";
import { RevisionNotice } from "#components/revisions/revision-notice.tsx";
import { pageContext } from "#lib/access/session.ts";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { mergedInto } from "#lib/likeness/merged-into.ts";
import { countWaiting } from "#lib/revisions/queries.ts";
import { orNotFound } from "../../../../../or-not-found.ts";
import { signOutAction } from "../../../../../sign-out-action.ts";
import { readDesk } from "./read-desk.ts";

type Props = { params: Promise<{ projectId: string; articleId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await orNotFound(
    getArticleSummary(await pageContext(), (await params).articleId),
  );
  return { title };
}

export default async function DeskPage({ params }: Props) {
  const place = await params;
  const ctx = await pageContext();
  const into = await mergedInto(ctx, place.articleId);
  if (into !== null) {
    const { title } = await orNotFound(getArticleSummary(ctx, place.articleId));
    return <MergedAway projectId={into.projectId} title={title} into={into} />;
  }
  const data = await orNotFound(readDesk(ctx, place));
  // Another article is another desk: nothing of the one before may linger.
  const waiting = await countWaiting(ctx, place.articleId);
  return (
    <Desk
      key={place.articleId}
      data={data}
      signOut={signOutAction}
      notice={<RevisionNotice {...place} waiting={waiting} />}
    />
  );
}
