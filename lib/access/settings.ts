import type { Context } from "#lib/context.ts";
import { inTransaction } from "#lib/transaction.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { DEFAULT_SETTINGS, UserSettings } from "./model.ts";
import { requireUser } from "./permissions.ts";

/** Settings as they are stored; what is missing or no longer understood has its default. */
export function readSettings(stored: Prisma.JsonValue): UserSettings {
  const parsed = UserSettings.partial().safeParse(stored);
  return { ...DEFAULT_SETTINGS, ...parsed.data };
}

/** The caller's own settings. */
export async function getSettings(ctx: Context): Promise<UserSettings> {
  const { userId } = requireUser(ctx.actor);
  const user = await ctx.db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { settings: true },
  });
  return readSettings(user.settings);
}

/** Change some of one's own settings; what is left out stays. */
export function patchSettings(ctx: Context, changes: Partial<UserSettings>): Promise<UserSettings> {
  const { userId } = requireUser(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .$queryRaw`SELECT 1 FROM "user_account" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
    const settings = { ...(await getSettings(ctx)), ...changes };
    await ctx.db.user.update({ where: { id: userId }, data: { settings }, select: { id: true } });
    return settings;
  });
}
