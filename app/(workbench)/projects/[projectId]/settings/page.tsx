import type { Metadata } from "next";
import { ProjectFacts } from "#components/projects/project-facts.tsx";
import { ProjectForm } from "#components/projects/project-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import { getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../or-not-found.ts";
import { editProjectAction } from "./edit-project-action.ts";

export const metadata: Metadata = { title: "Settings" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ saved?: string }>;
};

export default async function SettingsPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const { saved } = await searchParams;
  return (
    <>
      <PageHeader title="General" />
      {saved !== undefined && <Notice className="mb-6 max-w-xl">Saved.</Notice>}
      {can(ctx.actor, "project.edit", project.id) ? (
        <ProjectForm
          action={editProjectAction.bind(null, project.id)}
          project={project}
          submitLabel="Save"
        />
      ) : (
        <ProjectFacts project={project} />
      )}
    </>
  );
}
