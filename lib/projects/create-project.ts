import { v7 } from "uuid";
import { authorizeInstallation } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import { actorId, type Context } from "#lib/context.ts";
import { isUniqueViolation } from "#lib/db/conflicts.ts";
import { inTransaction } from "#lib/transaction.ts";
import { projectCreated } from "./events.ts";
import { Scope, type Project, type ProjectInput } from "./model.ts";
import { projectNameTaken } from "./project-name.ts";
import { startingGuidelines } from "./starting-guidelines.ts";
import { toProject } from "./to-project.ts";

/**
 * A new project with the starting guidelines as version 1. A user who makes it is its first manager.
 * Refused: a name that another project bears ("duplicate"); anybody but the owner and the operator.
 */
export async function createProject(ctx: Context, input: ProjectInput): Promise<Project> {
  authorizeInstallation(ctx.actor, "project.create");
  try {
    return await inTransaction(ctx, async (ctx) => {
      const row = await ctx.db.project.create({
        data: {
          id: v7(),
          name: input.name,
          scope: input.scope ?? Scope.parse({}),
          layers: input.layers ?? "shared",
          createdAt: ctx.now,
          ...(ctx.actor.kind === "user" && {
            members: { create: { userId: ctx.actor.userId, role: "manager", createdAt: ctx.now } },
          }),
          guidelines: {
            create: {
              version: 1,
              document: startingGuidelines,
              createdById: actorId(ctx.actor),
              createdAt: ctx.now,
            },
          },
        },
      });
      const project = toProject(row);
      await record(ctx, projectCreated(project));
      return project;
    });
  } catch (error) {
    if (isUniqueViolation(error, "project_name_key")) throw projectNameTaken(input.name);
    throw error;
  }
}
