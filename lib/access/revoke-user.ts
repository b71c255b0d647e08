import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { userRestored, userRevoked } from "./events.ts";
import { closeLinksBy } from "./close-links.ts";
import { authorizeInstallation } from "./permissions.ts";
import { endSessions } from "./sign-out.ts";

/**
 * Close an account: its sessions end, its tokens, its links and those that it made are refused from
 * the next request on, and its name stays on its work. Refused for the owner. Repeating it changes nothing.
 */
export async function revokeUser(ctx: Context, id: string): Promise<void> {
  authorizeInstallation(ctx.actor, "user.revoke");
  await inTransaction(ctx, async (ctx) => {
    const user = await ctx.db.user.findUnique({ where: { id } });
    if (user === null) throw notFound("user");
    if (user.isOwner) {
      throw new DomainError(
        "state",
        `${user.name} owns this installation; an owner's account cannot be closed.`,
      );
    }
    if (user.revokedAt !== null) return;
    await ctx.db.user.update({ where: { id }, data: { revokedAt: ctx.now } });
    await endSessions(ctx, id);
    await closeLinksBy(ctx, id);
    await record(ctx, userRevoked(id));
  });
}

/**
 * Open an account that was closed: its password, tokens and places in projects hold again, its old
 * sessions and links do not. Repeating it changes nothing.
 */
export async function restoreUser(ctx: Context, id: string): Promise<void> {
  authorizeInstallation(ctx.actor, "user.revoke");
  await inTransaction(ctx, async (ctx) => {
    const user = await ctx.db.user.findUnique({ where: { id } });
    if (user === null) throw notFound("user");
    if (user.revokedAt === null) return;
    await ctx.db.user.update({ where: { id }, data: { revokedAt: null } });
    await ctx.db.signInLink.updateMany({
      where: { userId: id, usedAt: null },
      data: { expiresAt: ctx.now },
    });
    await record(ctx, userRestored(id));
  });
}
