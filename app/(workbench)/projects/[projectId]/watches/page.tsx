import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { ArticlesNav } from "#components/articles/articles-nav.tsx";
import { RefreshWhile } from "#components/ingestion/list/refresh-while.tsx";
import { WatchesList } from "#components/watches/watches-list.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { getProject } from "#lib/projects/queries.ts";
import { listWatches } from "#lib/watches/queries.ts";
import { orNotFound } from "../../../or-not-found.ts";
import { isId } from "../../is-id.ts";
import { oneOf } from "../../one-of.ts";
import { readArticlesNav } from "../read-articles-nav.ts";

export const metadata: Metadata = { title: "Watches" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

const PAGE_LENGTH = 100;

export default async function WatchesPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const asked = oneOf((await searchParams).after);
  const after = isId(asked) ? asked : undefined;
  const [nav, rows] = await Promise.all([
    readArticlesNav(ctx, project.id),
    listWatches(ctx, project.id, { after, limit: PAGE_LENGTH + 1 }),
  ]);
  const watches = rows.slice(0, PAGE_LENGTH);
  const home = `/projects/${project.id}`;
  const canEdit = can(ctx.actor, "watch.edit", project.id);
  const add = canEdit && (
    <ButtonLink
      href={`${home}/articles/add?way=feed`}
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
    >
      Follow a feed
    </ButtonLink>
  );
  return (
    <>
      <ArticlesNav projectId={project.id} current="watches" counts={nav} />
      <PageHeader title="Watches" actions={add}>
        Feeds whose entries come in by themselves, and pages that are looked at for changes.
      </PageHeader>
      {watches.length === 0 ? (
        <EmptyState heading="Nothing is watched yet" action={add}>
          {canEdit
            ? "Follow a feed, or open an article’s revisions and watch its source."
            : "Annotators follow feeds and watch the sources of articles."}
        </EmptyState>
      ) : (
        <>
          <RefreshWhile isUnderWay={watches.some(({ fetchedAt }) => fetchedAt === null)} />
          <WatchesList projectId={project.id} watches={watches} canEdit={canEdit} />
          {(after || rows.length > PAGE_LENGTH) && (
            <nav aria-label="Pages of watches" className="flex justify-end gap-2 py-3">
              {after && <ButtonLink href={`${home}/watches`}>From the start</ButtonLink>}
              {rows.length > PAGE_LENGTH && (
                <ButtonLink href={`${home}/watches?after=${watches.at(-1)?.id}`} rel="next">
                  Next {PAGE_LENGTH}
                </ButtonLink>
              )}
            </nav>
          )}
        </>
      )}
    </>
  );
}
