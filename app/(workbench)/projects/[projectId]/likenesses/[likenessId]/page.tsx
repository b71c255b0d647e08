import type { Metadata } from "next";
import { DecideLikenessBar } from "#components/likeness/decide-likeness.tsx";
import { LikeArticleHead } from "#components/likeness/like-article-head.tsx";
import { similarityWords } from "#components/likeness/likeness-words.ts";
import { DifferenceView } from "#components/revisions/difference-view.tsx";
import { drawDifference } from "#components/revisions/drawn-difference.ts";
import { Breadcrumb } from "#components/ui/breadcrumb.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { compareLikeness, type ComparedLikeness } from "#lib/likeness/compare-likeness.ts";
import { listLikenesses } from "#lib/likeness/queries.ts";
import { orNotFound } from "../../../../or-not-found.ts";
import { isId } from "../../../is-id.ts";

export const metadata: Metadata = { title: "Two articles, nearly the same" };

type Props = { params: Promise<{ projectId: string; likenessId: string }> };

export default async function LikenessPage({ params }: Props) {
  const ctx = await pageContext();
  const place = await params;
  const { likeness, firstText, secondText, rows } = await orNotFound(findHere(ctx, place));
  const { projectId, first, second } = likeness;
  const home = `/projects/${projectId}/likenesses`;
  return (
    <>
      <div className="mb-2">
        <Breadcrumb
          steps={[
            { label: "Near-duplicates", href: home },
            { label: `${first.title} / ${second.title}` },
          ]}
        />
      </div>
      <PageHeader title="Two articles, nearly the same">
        {similarityWords(likeness.similarity)}. What differs is shown below.
      </PageHeader>
      <div className="mb-5 grid gap-3 md:grid-cols-2">
        <LikeArticleHead projectId={projectId} article={first} place="First, the older" />
        <LikeArticleHead projectId={projectId} article={second} place="Second" />
      </div>
      <DifferenceView
        labels={{ before: `First: ${first.title}`, after: `Second: ${second.title}` }}
        rows={drawDifference(firstText, secondText, rows)}
        opensAs="beside"
      />
      <DecideLikenessBar
        key={likeness.id}
        likeness={likeness}
        canDecide={can(ctx.actor, "likeness.decide", projectId)}
        nextHref={await nextOf(ctx, projectId, likeness.id)}
      />
    </>
  );
}

/** The address names both; a pair of another project is not at this one. */
async function findHere(
  ctx: Context,
  place: { projectId: string; likenessId: string },
): Promise<ComparedLikeness> {
  if (!isId(place.likenessId)) throw notFound("likeness");
  const compared = await compareLikeness(ctx, place.likenessId);
  if (compared.likeness.projectId !== place.projectId) throw notFound("likeness");
  return compared;
}

/** The pair that waits next, and from the start again behind the last. */
async function nextOf(ctx: Context, projectId: string, id: string): Promise<string | null> {
  const ask = (after?: string) =>
    listLikenesses(ctx, projectId, { decision: "undecided", after, limit: 2 });
  const behind = (await ask(id)).items;
  const [next] = behind.length > 0 ? behind : (await ask()).items.filter((one) => one.id !== id);
  return next ? `/projects/${projectId}/likenesses/${next.id}` : null;
}
