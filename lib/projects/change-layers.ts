import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { layersChanged } from "./events.ts";
import type { Layers, Project } from "./model.ts";
import { getProject } from "./queries.ts";
import { toProject } from "./to-project.ts";

/**
 * Reveal a blind project, so that all members see everybody's work from then on, also what was done
 * before; or make a shared one blind. The same again changes nothing. Refused ("state"): to make one
 * blind in which two people have worked, since each could see what the other did.
 */
export function changeLayers(ctx: Context, id: string, layers: Layers): Promise<Project> {
  return inTransaction(ctx, async (ctx) => {
    // Held, so that nobody writes in it meanwhile: what is written refers to this row.
    await ctx.db.$queryRaw`SELECT 1 FROM "project" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const before = await getProject(ctx, id);
    authorize(ctx.actor, "project.edit", { projectId: id });
    if (before.layers === layers) return before;
    if (layers === "blind") await refuseSeen(ctx, id);
    const project = toProject(await ctx.db.project.update({ where: { id }, data: { layers } }));
    await record(ctx, layersChanged(before, project));
    return project;
  });
}

/** How many people's annotations, links and evidence stand in a project, the withdrawn ones too. */
export async function countWorkers(ctx: Context, projectId: string): Promise<number> {
  authorize(ctx.actor, "project.edit", { projectId });
  const [answer] = await ctx.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT n."author_id" FROM "annotation" n WHERE n."project_id" = ${projectId}::uuid
      UNION SELECT l."author_id" FROM "link" l WHERE l."project_id" = ${projectId}::uuid
      UNION SELECT e."author_id" FROM "evidence" e WHERE e."project_id" = ${projectId}::uuid) worked`;
  return answer?.count ?? 0;
}

async function refuseSeen(ctx: Context, projectId: string): Promise<void> {
  const workers = await countWorkers(ctx, projectId);
  if (workers <= 1) return;
  throw new DomainError("state", cannotBeBlind(workers));
}

/** Why a project stays shared in which several people have worked. */
export function cannotBeBlind(workers: number): string {
  return (
    `${workers} people have worked here in sight of one another, and what was seen cannot be made unseen. ` +
    "Make a new project for blind work."
  );
}
