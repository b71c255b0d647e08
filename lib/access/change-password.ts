import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { countAttempt, forgiveAttempt } from "./attempt-limits.ts";
import { passwordChanged } from "./events.ts";
import { checkPassword, hashPassword, isPassword } from "./passwords.ts";
import { requireUser } from "./permissions.ts";
import { endSessions } from "./sign-out.ts";

/** How long after signing in by a one-time link a new password needs no old one. */
const LINK_MINUTES = 60;

/**
 * Choose a password, or another one, and end the caller's other sessions and open sign-in links.
 * The current password is needed, unless there is none, or the caller has just come in by a one-time
 * link, as somebody does who has forgotten it. Not for tokens: whoever holds one is no person.
 */
export async function changePassword(
  ctx: Context,
  given: { current: string; password: string; address?: string | null },
): Promise<void> {
  const { userId, sessionId, via } = requireUser(ctx.actor);
  if (via !== "session")
    throw new DomainError("forbidden", "A password is changed on the page, not by a token.");
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
  if (await needsCurrentPassword(ctx)) {
    const attempt = { email: user.email, address: given.address ?? null };
    await countAttempt(ctx, attempt);
    if (!(await isPassword(user.passwordHash, given.current))) {
      const fault = "This is not your current password.";
      throw new DomainError("invalid", fault, { fields: { current: fault } });
    }
    await forgiveAttempt(ctx, attempt);
  }
  checkPassword(given.password, user);
  const passwordHash = await hashPassword(given.password);
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.user.update({ where: { id: userId }, data: { passwordHash } });
    await endSessions(ctx, userId, sessionId);
    await ctx.db.signInLink.updateMany({
      where: { userId, usedAt: null },
      data: { expiresAt: ctx.now },
    });
    await record(ctx, passwordChanged(userId));
  });
}

/** Whether the caller has to give their current password before they choose another. */
export async function needsCurrentPassword(ctx: Context): Promise<boolean> {
  const { userId, sessionId } = requireUser(ctx.actor);
  const user = await ctx.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  if (user.passwordHash === null) return false;
  return sessionId === null || !(await cameByLink(ctx, userId, sessionId));
}

/** A link is used and its session begun at the same moment, in one transaction. */
async function cameByLink(ctx: Context, userId: string, sessionId: string): Promise<boolean> {
  const session = await ctx.db.session.findUnique({
    where: { id: sessionId },
    select: { createdAt: true },
  });
  if (session === null || ctx.now.getTime() - session.createdAt.getTime() > LINK_MINUTES * 60_000)
    return false;
  const isFrom = { userId, usedAt: session.createdAt };
  return (await ctx.db.signInLink.count({ where: isFrom })) > 0;
}
