import { Download, Plus } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { articlesHref, DEFAULT_REQUEST } from "#components/articles/articles-href.ts";
import { ArticlesNav } from "#components/articles/articles-nav.tsx";
import { ArticlesFilters } from "#components/articles/articles-filters.tsx";
import { ArticlesTable } from "#components/articles/articles-table.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { articlesTable, TABLE_PAGE_LENGTH, TableRequest } from "#lib/articles/articles-table.ts";
import { getProject } from "#lib/projects/queries.ts";
import { listChangeNotices } from "#lib/revisions/list-change-notices.ts";
import { orNotFound } from "../../../../or-not-found.ts";
import { readArticlesNav } from "../../read-articles-nav.ts";

export const metadata: Metadata = { title: "Articles" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ArticlesPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const asked = TableRequest.parse(await searchParams);
  const [table, nav, changes] = await Promise.all([
    articlesTable(ctx, project.id, asked),
    readArticlesNav(ctx, project.id),
    listChangeNotices(ctx, project.id),
  ]);
  if (asked.page > table.pageCount) {
    redirect(articlesHref(project.id, asked, { page: table.pageCount }));
  }
  const canAdd = can(ctx.actor, "article.add", project.id);
  const add = canAdd && (
    <ButtonLink
      href={`/projects/${project.id}/articles/add`}
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
    >
      Add articles
    </ButtonLink>
  );
  const isFiltered = asked.state !== undefined || asked.mine || asked.forMe || asked.search !== "";
  if (table.total === 0 && !isFiltered) {
    return (
      <>
        <ArticlesNav projectId={project.id} current="articles" counts={nav} />
        <EmptyState isWholePage heading="No articles yet" action={add}>
          {canAdd
            ? "Paste a text, send files or addresses, and begin to mark who says what."
            : "Once an annotator adds one, it appears here."}
        </EmptyState>
      </>
    );
  }
  const first = (asked.page - 1) * TABLE_PAGE_LENGTH;
  const pageHref = (page: number) => articlesHref(project.id, asked, { page });
  return (
    <>
      <ArticlesNav projectId={project.id} current="articles" counts={nav} />
      <PageHeader
        title="Articles"
        actions={
          <>
            <ButtonLink
              href={`/projects/${project.id}/export`}
              icon={<Download aria-hidden className="size-4" />}
            >
              Export
            </ButtonLink>
            {add}
          </>
        }
      />
      <ArticlesFilters projectId={project.id} asked={asked} states={table.states} />
      {table.rows.length === 0 ? (
        <EmptyState
          heading="No article fits"
          action={
            <ButtonLink href={articlesHref(project.id, DEFAULT_REQUEST)}>
              Clear the filters
            </ButtonLink>
          }
        >
          There are articles in this project, but none is like this.
        </EmptyState>
      ) : (
        <>
          <ArticlesTable
            projectId={project.id}
            rows={table.rows}
            asked={asked}
            canEdit={can(ctx.actor, "article.edit", project.id)}
            changed={changes.map(({ articleId }) => articleId)}
          />
          <Pagination
            noun="articles"
            from={first + 1}
            to={first + table.rows.length}
            total={table.total}
            previousHref={asked.page > 1 ? pageHref(asked.page - 1) : null}
            nextHref={asked.page < table.pageCount ? pageHref(asked.page + 1) : null}
          />
        </>
      )}
    </>
  );
}
