import type { Metadata } from "next";
import { AddRevision } from "#components/revisions/add-revision.tsx";
import { CarriesList } from "#components/revisions/carries-list.tsx";
import { isWaiting, touchedWords } from "#components/revisions/carry-words.ts";
import { ChangeSentence } from "#components/revisions/change-sentence.tsx";
import { DifferenceView } from "#components/revisions/difference-view.tsx";
import { drawDifference } from "#components/revisions/drawn-difference.ts";
import { RevisionsNav } from "#components/revisions/revisions-nav.tsx";
import { WatchSource } from "#components/watches/watch-source.tsx";
import { Breadcrumb } from "#components/ui/breadcrumb.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { getArticle, getArticleSummary } from "#lib/articles/queries.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import type { Carry } from "#lib/revisions/model.ts";
import { listCarries, listRevisions, readDifference } from "#lib/revisions/queries.ts";
import { findWatchOfArticle } from "#lib/watches/queries.ts";
import { orNotFound } from "../../../../../or-not-found.ts";
import { oneOf } from "../../../../one-of.ts";
import { wholeNumber } from "../../../../whole-number.ts";

type Place = { projectId: string; articleId: string };
type Props = {
  params: Promise<Place>;
  searchParams: Promise<{ revision?: string | string[] }>;
};

/** More marks than any article has. */
const ALL = 10_000;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await orNotFound(articleHere(await pageContext(), await params));
  return { title: `Revisions of ${title}` };
}

export default async function RevisionsPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const article = await orNotFound(articleHere(ctx, await params));
  const { projectId } = article;
  const asked = wholeNumber(oneOf((await searchParams).revision)) ?? article.revision;
  const [revisions, watch] = await Promise.all([
    listRevisions(ctx, article.id),
    findWatchOfArticle(ctx, article.id),
  ]);
  const shown = revisions.find(({ number }) => number === asked) ?? revisions[0];
  if (!shown) throw new Error(`The article ${article.id} has no revision.`);
  const articles = `/projects/${projectId}/articles`;
  const home = `${articles}/${article.id}/revisions`;
  return (
    <>
      <div className="mb-2">
        <Breadcrumb
          steps={[
            { label: "Articles", href: articles },
            { label: article.title, href: `${articles}/${article.id}` },
            { label: "Revisions" },
          ]}
        />
      </div>
      <PageHeader
        title="Revisions"
        actions={
          <>
            {can(ctx.actor, "watch.edit", projectId) && article.url && (
              <WatchSource
                projectId={projectId}
                article={{ id: article.id, url: article.url }}
                watch={watch && { id: watch.id, everyMinutes: watch.everyMinutes }}
              />
            )}
            {can(ctx.actor, "revision.add", projectId) && (
              <AddRevision articleId={article.id} home={home} />
            )}
            <ButtonLink href={`${articles}/${article.id}/original?revision=${shown.number}`}>
              Original
            </ButtonLink>
          </>
        }
      >
        <span className="wrap-anywhere">{article.title}</span>
      </PageHeader>
      <div className="grid gap-6 lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <RevisionsNav home={home} revisions={revisions} shown={shown.number} />
        {shown.number === 1 ? (
          <EmptyState
            heading={revisions.length === 1 ? "It has not changed" : "The first revision"}
          >
            {revisions.length === 1
              ? "This is the text as it came in. When its source changes, the difference is shown here."
              : "This is the text as it came in. Choose a later revision to see what it changed."}
          </EmptyState>
        ) : (
          <Change ctx={ctx} article={article} number={shown.number} revisions={revisions} />
        )}
      </div>
    </>
  );
}

type ChangeProps = {
  ctx: Context;
  article: Awaited<ReturnType<typeof getArticleSummary>>;
  number: number;
  revisions: Awaited<ReturnType<typeof listRevisions>>;
};

/** What one revision changed, and which marks it touched. */
async function Change({ ctx, article, number, revisions }: ChangeProps) {
  const [before, after, { rows }, carries] = await Promise.all([
    getArticle(ctx, article.id, number - 1),
    getArticle(ctx, article.id, number),
    readDifference(ctx, article.id, number),
    listCarries(ctx, article.id, { revision: number, limit: ALL }),
  ]);
  const revision = revisions.find((each) => each.number === number);
  const touched = carries.items.filter(({ status }) => status === "changed" || status === "lost");
  const marks = revision && touchedWords(revision.carries);
  return (
    <div className="grid content-start gap-6">
      <div className="grid gap-1">
        <h2 className="font-serif text-xl font-semibold">
          {revision && <ChangeSentence publisher={article.publisher} revision={revision} />}
        </h2>
        {marks && <p className="text-muted">{marks}</p>}
      </div>
      {touched.length > 0 && (
        <CarriesList
          projectId={article.projectId}
          carries={touched.toSorted(waitingFirst)}
          current={article.revision}
          canSettle={can(ctx.actor, "carry.settle", article.projectId)}
        />
      )}
      <DifferenceView
        labels={{ before: `Revision ${number - 1}`, after: `Revision ${number}` }}
        rows={drawDifference(before.text, after.text, rows)}
      />
    </div>
  );
}

function waitingFirst(a: Carry, b: Carry): number {
  return Number(isWaiting(b)) - Number(isWaiting(a));
}

/** The address names both; an article of another project is not at this one. */
async function articleHere(ctx: Context, place: Place) {
  const article = await getArticleSummary(ctx, place.articleId);
  if (article.projectId !== place.projectId) throw notFound("article");
  return article;
}
