import { authorize, type ProjectPermission } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { getProject } from "#lib/projects/queries.ts";

/** For requests that bring much into the project `id`: only whoever may do it sends the body at all. */
export function admitToProject(
  permission: ProjectPermission,
): (ctx: Context, params: { id: string }) => Promise<void> {
  return async (ctx, { id }) => {
    await getProject(ctx, id);
    authorize(ctx.actor, permission, { projectId: id });
  };
}
