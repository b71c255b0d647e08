import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { ArticlesNav } from "#components/articles/articles-nav.tsx";
import { IngestionsTable } from "#components/ingestion/list/ingestions-table.tsx";
import { RefreshWhile } from "#components/ingestion/list/refresh-while.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { listIngestions } from "#lib/ingestion/queries.ts";
import { isWorking } from "#lib/jobs/is-working.ts";
import { getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../../or-not-found.ts";
import { oneOf } from "../../../one-of.ts";
import { readArticlesNav } from "../../read-articles-nav.ts";

export const metadata: Metadata = { title: "Coming in" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

const PAGE_LENGTH = 50;

export default async function IngestionsPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const after = oneOf((await searchParams).after);
  const [nav, { items, next }, isAtWork] = await Promise.all([
    readArticlesNav(ctx, project.id),
    orNotFound(listIngestions(ctx, project.id, { after, limit: PAGE_LENGTH })),
    isWorking(ctx),
  ]);
  const home = `/projects/${project.id}`;
  const canAdd = can(ctx.actor, "ingestion.write", project.id);
  const add = canAdd && (
    <ButtonLink
      href={`${home}/articles/add`}
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
    >
      Add articles
    </ButtonLink>
  );
  return (
    <>
      <ArticlesNav projectId={project.id} current="ingestions" counts={nav} />
      <PageHeader title="Coming in" actions={add}>
        Everything that was sent here or fetched, and what became of it.
      </PageHeader>
      {!isAtWork && nav.underWay > 0 && (
        <Notice kind="caution" className="mb-4" heading="Nothing is being read just now">
          The process that takes articles in is not running. What waits stays; it goes on once
          Onrecord is started anew.
        </Notice>
      )}
      {items.length === 0 ? (
        <EmptyState heading="Nothing has come in this way yet" action={add}>
          {canAdd
            ? "Files, addresses, tables and feeds are read in the background, and followed here."
            : "Once an annotator sends files or addresses, they are followed here."}
        </EmptyState>
      ) : (
        <>
          <RefreshWhile isUnderWay={items.some(({ isDone }) => !isDone)} />
          <IngestionsTable projectId={project.id} ingestions={items} />
          {(next || after) && (
            <nav aria-label="Pages" className="flex justify-end gap-2 py-3">
              {after && <ButtonLink href={`${home}/ingestions`}>Newest</ButtonLink>}
              {next && (
                <ButtonLink
                  href={`${home}/ingestions?after=${encodeURIComponent(next)}`}
                  rel="next"
                >
                  Older
                </ButtonLink>
              )}
            </nav>
          )}
        </>
      )}
    </>
  );
}
