import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { inTransaction } from "#lib/transaction.ts";
import { userRenamed } from "./events.ts";
import { requireUser } from "./permissions.ts";

/** The caller's own name, as it stands on all their work, also what they did before. */
export async function renameUser(ctx: Context, name: string): Promise<void> {
  const { userId } = requireUser(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const before = await ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
    if (before.name === name) return;
    await ctx.db.user.update({ where: { id: userId }, data: { name } });
    await record(ctx, userRenamed(userId, before.name, name));
  });
}
