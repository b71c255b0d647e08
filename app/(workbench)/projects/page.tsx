import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { ProjectList } from "#components/projects/project-list.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { pageContext } from "#lib/access/session.ts";
import { listProjectCards } from "#lib/articles/project-cards.ts";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage() {
  const ctx = await pageContext();
  const projects = await listProjectCards(ctx);
  const newProject = ctx.actor.isOwner && (
    <ButtonLink
      href="/projects/new"
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
    >
      New project
    </ButtonLink>
  );
  if (projects.length === 0) {
    return (
      <EmptyState isWholePage heading="No projects yet" action={newProject}>
        {ctx.actor.isOwner
          ? "A project holds articles, the people who read them, and what they mark."
          : "You are in no project. A manager of one can add you to it."}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader title="Projects" actions={newProject} />
      <ProjectList projects={projects} />
    </>
  );
}
