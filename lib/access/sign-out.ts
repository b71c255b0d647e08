import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { inTransaction } from "#lib/transaction.ts";
import { sessionEnded } from "./events.ts";
import { requireUser } from "./permissions.ts";

/** End the session that the caller is in. Repeating it changes nothing. */
export async function signOut(ctx: Context): Promise<void> {
  const { userId, sessionId } = requireUser(ctx.actor);
  if (sessionId === null) return;
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.session.updateMany({
      where: { id: sessionId, userId, endedAt: null },
      data: { endedAt: ctx.now },
    });
    if (count > 0) await record(ctx, sessionEnded(userId, sessionId));
  });
}

/** End every session of the caller, on every device, this one included, and every open link to one. */
export async function signOutEverywhere(ctx: Context): Promise<void> {
  const { userId } = requireUser(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    await endSessions(ctx, userId);
    await ctx.db.signInLink.updateMany({
      where: { userId, usedAt: null, expiresAt: { gt: ctx.now } },
      data: { expiresAt: ctx.now },
    });
    await record(ctx, sessionEnded(userId, "every"));
  });
}

/** End a person's sessions, all but one where one is named. Their next requests are a visitor's. */
export async function endSessions(
  ctx: Context,
  userId: string,
  exceptId: string | null = null,
): Promise<void> {
  await ctx.db.session.updateMany({
    where: { userId, endedAt: null, ...(exceptId !== null && { id: { not: exceptId } }) },
    data: { endedAt: ctx.now },
  });
}
