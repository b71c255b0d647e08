import type { Metadata } from "next";
import { LayersSetting } from "#components/projects/layers-setting.tsx";
import { ProjectFacts } from "#components/projects/project-facts.tsx";
import { ProjectForm } from "#components/projects/project-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { pageContext } from "#lib/access/session.ts";
import type { Context } from "#lib/context.ts";
import { cannotBeBlind, countWorkers } from "#lib/projects/change-layers.ts";
import type { Project } from "#lib/projects/model.ts";
import { getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../or-not-found.ts";
import { changeLayersAction } from "./change-layers-action.ts";
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
        <div className="grid gap-10">
          <ProjectForm
            action={editProjectAction.bind(null, project.id)}
            project={project}
            submitLabel="Save"
          />
          <LayersSetting
            layers={project.layers}
            action={changeLayersAction.bind(null, project.id, OTHER[project.layers])}
            refusal={await whyNotBlind(ctx, project)}
          />
        </div>
      ) : (
        <ProjectFacts project={project} />
      )}
    </>
  );
}

const OTHER = { shared: "blind", blind: "shared" } as const;

async function whyNotBlind(ctx: Context, { id, layers }: Project): Promise<string | null> {
  if (layers === "blind") return null;
  const workers = await countWorkers(ctx, id);
  return workers > 1 ? cannotBeBlind(workers) : null;
}
