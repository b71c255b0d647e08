import type { Metadata } from "next";
import { AddArticles } from "#components/ingestion/add/add-articles.tsx";
import { wayOf } from "#components/ingestion/add/ways.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { readEnv } from "#lib/env.ts";
import { getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../../or-not-found.ts";

export const metadata: Metadata = { title: "Add articles" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ way?: string | string[] }>;
};

export default async function AddArticlesPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  return (
    <>
      <PageHeader title="Add articles">
        The text is kept as it comes. Navigation, appeals and teasers are folded away, and one click
        brings them back.
      </PageHeader>
      {can(ctx.actor, "article.add", project.id) ? (
        <AddArticles
          projectId={project.id}
          way={wayOf((await searchParams).way)}
          publicUrl={readEnv().publicUrl}
        />
      ) : (
        <Notice kind="caution" heading="Annotators add articles">
          You read in this project. A manager can give you another role.
        </Notice>
      )}
    </>
  );
}
