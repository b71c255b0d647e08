import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { memberRemoved } from "./events.ts";
import { closeLinksBy } from "./close-links.ts";
import { RoleToken } from "./model.ts";
import { authorize } from "./permissions.ts";
import { refuseLastManager } from "./refuse-last-manager.ts";

/**
 * Take somebody out of a project from their next request on, and close the links that they made for
 * it; their work and their name on it stay.
 * Refused: the last manager. Repeating it changes nothing.
 */
export async function removeMember(ctx: Context, projectId: string, userId: string): Promise<void> {
  authorize(ctx.actor, "member.edit", { projectId });
  await inTransaction(ctx, async (ctx) => {
    const key = { projectId_userId: { projectId, userId } };
    const member = await ctx.db.member.findUnique({ where: key, include: { user: true } });
    if (member === null) throw notFound("member");
    if (member.revokedAt !== null) return;
    const role = RoleToken.parse(member.role);
    if (role === "manager") await refuseLastManager(ctx, projectId, member.user);
    await ctx.db.member.update({ where: key, data: { revokedAt: ctx.now } });
    await closeLinksBy(ctx, userId, { projectId });
    await record(ctx, memberRemoved(projectId, userId, role));
  });
}
