import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { isUniqueViolation } from "#lib/db/conflicts.ts";
import { inTransaction } from "#lib/transaction.ts";
import { projectEdited } from "./events.ts";
import type { Project, ProjectChange } from "./model.ts";
import { projectNameTaken } from "./project-name.ts";
import { getProject } from "./queries.ts";
import { toProject } from "./to-project.ts";

/** Rename a project, change its scope, or whether it keeps to robots.txt. The same again changes nothing and leaves no trace. */
export async function editProject(
  ctx: Context,
  id: string,
  change: ProjectChange,
): Promise<Project> {
  try {
    return await inTransaction(ctx, async (ctx) => {
      await ctx.db.$queryRaw`SELECT 1 FROM "project" WHERE "id" = ${id}::uuid FOR UPDATE`;
      const before = await getProject(ctx, id);
      authorize(ctx.actor, "project.edit", { projectId: id });
      const next = {
        name: change.name ?? before.name,
        scope: change.scope ?? before.scope,
        honoursRobots: change.honoursRobots ?? before.honoursRobots,
      };
      if (isSame(next, before)) return before;
      const project = toProject(await ctx.db.project.update({ where: { id }, data: next }));
      await record(ctx, projectEdited(before, project));
      return project;
    });
  } catch (error) {
    if (isUniqueViolation(error, "project_name_key")) throw projectNameTaken(change.name ?? "");
    throw error;
  }
}

function isSame(a: Omit<Project, "id" | "layers" | "createdAt">, b: Project): boolean {
  const isSameSetting = a.name === b.name && a.honoursRobots === b.honoursRobots;
  return isSameSetting && sameScope(a.scope, b.scope);
}

function sameScope(a: Project["scope"], b: Project["scope"]): boolean {
  return a.attributions === b.attributions && a.topics.join("\n") === b.topics.join("\n");
}
