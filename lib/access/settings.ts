import type { Context } from "#lib/context.ts";
import { inTransaction } from "#lib/transaction.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { DomainError } from "#lib/errors.ts";
import {
  DEFAULT_SETTINGS,
  MOST_OWN_KEYS,
  UserSettings,
  type KeyChanges,
  type UserSettingsChanges,
} from "./model.ts";
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

/**
 * Change some of one's own settings; what is left out stays. Keys are changed one by one, so that two
 * machines that change different keys lose none of them.
 */
export function patchSettings(ctx: Context, changes: UserSettingsChanges): Promise<UserSettings> {
  const { userId } = requireUser(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .$queryRaw`SELECT 1 FROM "user_account" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
    const before = await getSettings(ctx);
    const settings = { ...before, ...changes, keys: withChanges(before.keys, changes.keys ?? {}) };
    await ctx.db.user.update({ where: { id: userId }, data: { settings }, select: { id: true } });
    return settings;
  });
}

function withChanges(keys: UserSettings["keys"], changes: KeyChanges): UserSettings["keys"] {
  const next = Object.fromEntries(
    Object.entries({ ...keys, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    ),
  );
  if (Object.keys(next).length > MOST_OWN_KEYS) {
    throw new DomainError("invalid", `At most ${MOST_OWN_KEYS} keys can be changed.`, {
      fields: { keys: "Give some actions their standard keys again." },
    });
  }
  return next;
}
