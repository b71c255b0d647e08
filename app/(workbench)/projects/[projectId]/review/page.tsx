import type { Metadata } from "next";
import { z } from "zod";
import type { QueueFilter } from "#components/review/queue-state.ts";
import { ReturnedPage } from "#components/review/returned-page.tsx";
import { ReviewScreen } from "#components/review/review-screen.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listMemberPage } from "#lib/access/list-members.ts";
import { can, roleIn } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { Tag } from "#lib/annotations/model.ts";
import { getProject } from "#lib/projects/queries.ts";
import { listMissedForMe } from "#lib/review/missed-queries.ts";
import { listReturned } from "#lib/review/queries.ts";
import { listQueue, type QueuePage } from "#lib/review/queue.ts";
import { whyNotInQueue } from "#lib/review/why-not-in-queue.ts";
import { orNotFound } from "../../../or-not-found.ts";
import { articleTitles } from "./article-titles.ts";

export const metadata: Metadata = { title: "Review" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const MOST = 1_000;

export default async function ReviewPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const { layers } = await orNotFound(getProject(ctx, projectId));
  const asked = Asked.parse(await searchParams);
  const mayReview = can(ctx.actor, "annotation.review", projectId);

  const [returned, missed, queue] = await Promise.all([
    listReturned(ctx, projectId),
    listMissedForMe(ctx, projectId),
    mayReview ? listQueue(ctx, projectId, { limit: MOST }) : null,
  ]);
  const waitingForMe = returned.length + missed.length;

  if (queue !== null && layers === "blind" && waitingForMe === 0) {
    return <NothingToDecide projectId={projectId} />;
  }
  if (queue === null || asked.tab === "returned" || layers === "blind") {
    const titles = await articleTitles(ctx, [
      ...returned.map(({ annotation }) => annotation.articleId),
      ...missed.map(({ articleId }) => articleId),
    ]);
    return (
      <ReturnedPage
        projectId={projectId}
        waiting={queue && queue.items.length}
        returned={returned.map((item) => ({
          ...item,
          articleTitle: titles.get(item.annotation.articleId) ?? "",
        }))}
        missed={missed.map((one) => ({
          missed: one,
          articleTitle: titles.get(one.articleId) ?? "",
        }))}
      />
    );
  }

  const isThere = asked.at === null || queue.items.some(({ id }) => id === asked.at);
  const members = await listMemberPage(ctx, projectId, { limit: MOST });
  const { userId, name } = ctx.actor;
  return (
    <ReviewScreen
      projectId={projectId}
      me={{ id: userId, name, role: roleIn(ctx.actor, projectId) ?? "reader" }}
      items={queue.items}
      next={queue.next}
      filter={knownIn(queue, asked.filter)}
      at={asked.at}
      notice={isThere || asked.at === null ? null : await whyNotInQueue(ctx, projectId, asked.at)}
      returned={waitingForMe}
      annotators={members.items.filter(({ id, role }) => id !== userId && role !== "reader")}
    />
  );
}

function NothingToDecide({ projectId }: { projectId: string }) {
  return (
    <EmptyState
      isWholePage
      heading="Nothing is decided in a blind project"
      action={<ButtonLink href={`/projects/${projectId}/articles`}>Go to the articles</ButtonLink>}
    >
      Annotations stay submitted, as each person made them. You can read everybody’s at the
      article’s desk, and talk with each about theirs.
    </EmptyState>
  );
}

/** A filter by what the queue does not have any more would hide all of it. */
function knownIn({ items, next }: QueuePage, filter: QueueFilter): QueueFilter {
  if (next !== null) return filter;
  const { authorId, articleId } = filter;
  return {
    ...filter,
    authorId: items.some(({ author }) => author.id === authorId) ? authorId : null,
    articleId: items.some((item) => item.articleId === articleId) ? articleId : null,
  };
}

const one = z.string().nullable().catch(null).default(null);
const id = z.uuid().nullable().catch(null).default(null);

/** Whatever makes no sense in the address is left out. */
const Asked = z
  .object({
    tab: one,
    at: id,
    author: id,
    article: id,
    tag: Tag.nullable().catch(null).default(null),
  })
  .transform(({ tab, at, author, article, tag }) => {
    const filter: QueueFilter = { authorId: author, tag, articleId: article };
    return { tab, at, filter };
  });
