import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";

/** How many of a project's ingestions have something that waits or is being read. */
export async function countUnderWay(ctx: Context, projectId: string): Promise<number> {
  authorize(ctx.actor, "ingestion.read", { projectId });
  return ctx.db.ingestion.count({
    where: { projectId, items: { some: { state: { in: ["waiting", "running"] } } } },
  });
}
