import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";

/** How many of a project's watches failed the last time. */
export async function countFailing(ctx: Context, projectId: string): Promise<number> {
  authorize(ctx.actor, "watch.read", { projectId });
  return ctx.db.watch.count({ where: { projectId, outcome: "failed" } });
}
