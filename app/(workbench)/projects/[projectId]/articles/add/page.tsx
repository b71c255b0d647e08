import type { Metadata } from "next";
import { AddArticles } from "#components/articles/add-articles.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../../or-not-found.ts";

export const metadata: Metadata = { title: "Add articles" };

type Props = { params: Promise<{ projectId: string }> };

export default async function AddArticlesPage({ params }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  return (
    <>
      <PageHeader title="Add articles">
        The text is kept exactly as it comes. Style sheets, navigation and teasers are folded away,
        and one click brings them back.
      </PageHeader>
      {can(ctx.actor, "article.add", project.id) ? (
        <AddArticles projectId={project.id} />
      ) : (
        <Notice kind="caution" heading="Annotators add articles">
          You read in this project. A manager can give you another role.
        </Notice>
      )}
    </>
  );
}
