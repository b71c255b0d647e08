import type { Metadata } from "next";
import { ProjectForm } from "#components/projects/project-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { pageContext } from "#lib/access/session.ts";
import { createProjectAction } from "./create-project-action.ts";

export const metadata: Metadata = { title: "New project" };

export default async function NewProjectPage() {
  const { actor } = await pageContext();
  return (
    <>
      <PageHeader title="New project">
        A corpus with its members, guidelines and annotations.
      </PageHeader>
      {actor.isOwner ? (
        <ProjectForm
          action={createProjectAction}
          submitLabel="Create project"
          cancelHref="/projects"
        >
          It starts with guidelines that cover claims, denials and attributions. You can change
          every word of them.
        </ProjectForm>
      ) : (
        <Notice kind="caution" heading="Projects are made by the owner of this installation">
          Ask them for one; a manager of a project can add you to it.
        </Notice>
      )}
    </>
  );
}
