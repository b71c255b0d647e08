import type { Metadata } from "next";
import { Desk } from "#components/desk/desk.tsx";
import { MergedAway } from "#components/likeness/merged-away.tsx";
import { RevisionNotice } from "#components/revisions/revision-notice.tsx";
import { pageContext, pageMe } from "#lib/access/session.ts";
import { mergedInto } from "#lib/likeness/merged-into.ts";
import { signOutAction } from "../../../../../sign-out-action.ts";
import { openArticle } from "./open-article.ts";
import { readDesk } from "./read-desk.ts";

type Props = { params: Promise<{ projectId: string; articleId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { projectId, articleId } = await params;
  const { article } = await openArticle(projectId, articleId);
  return { title: article.title };
}

export default async function DeskPage({ params }: Props) {
  const place = await params;
  const ctx = await pageContext();
  const opening = await openArticle(place.projectId, place.articleId);
  const into = opening.isMerged ? await mergedInto(ctx, place.articleId) : null;
  if (into !== null) {
    const { title } = opening.article;
    return <MergedAway projectId={into.projectId} title={title} into={into} />;
  }
  const { data, waiting } = await readDesk(ctx, opening, await pageMe());
  // Another article is another desk, and so is another sight of it: nothing of the one before may linger.
  return (
    <Desk
      key={`${place.articleId} ${data.isBlind}`}
      data={data}
      signOut={signOutAction}
      notice={<RevisionNotice {...place} waiting={waiting} />}
    />
  );
}
