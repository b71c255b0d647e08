import { setTimeout as wait } from "node:timers/promises";
import type { Context } from "#lib/context.ts";
import type { Pace } from "#lib/fetch/fetch-address.ts";
import { fetchError } from "#lib/fetch/fetch-error.ts";

/** The time between two requests to one host. */
export const HOST_SPACING_MS = 1_000;
/** Whoever would wait longer for a turn comes back later instead. */
const PATIENCE_MS = 30_000;
const BUSY_MS = 2_000;

/**
 * Keeps requests to one host apart, also those of other processes: the turns stand in the database, so
 * that ten workers are no ten times as many visitors. Call it outside of a transaction, which would
 * keep everybody else waiting. Refused ("busy", temporary): a host for which too many wait.
 */
export function hostPace(ctx: Pick<Context, "db">, patienceMs = PATIENCE_MS): Pace {
  return async (host) => {
    const waitMs = await takeTurn(ctx, host, patienceMs);
    if (waitMs === null) {
      // Whoever tries again at once must not ask the database without end.
      await wait(Math.min(patienceMs, BUSY_MS));
      throw busy(host);
    }
    await wait(waitMs);
  };
}

/** How long until the turn that is ours now, by the database's clock; null when it would be too long. */
async function takeTurn(
  ctx: Pick<Context, "db">,
  host: string,
  patienceMs: number,
): Promise<number | null> {
  const [turn] = await ctx.db.$queryRaw<{ waitMs: number }[]>`
    INSERT INTO "host_turn" AS t ("host", "free_at")
    VALUES (${host}, clock_timestamp() + ${HOST_SPACING_MS} * interval '1 millisecond')
    ON CONFLICT ("host") DO UPDATE
      SET "free_at" = greatest(t."free_at", clock_timestamp()) + ${HOST_SPACING_MS} * interval '1 millisecond'
      WHERE t."free_at" < clock_timestamp() + ${patienceMs} * interval '1 millisecond'
    RETURNING extract(epoch FROM "free_at" - clock_timestamp())::float8 * 1000 - ${HOST_SPACING_MS} AS "waitMs"`;
  return turn === undefined ? null : Math.max(0, turn.waitMs);
}

/** Forget the hosts that nobody has asked for a day. */
export async function forgetTurns(ctx: Context): Promise<void> {
  await ctx.db.hostTurn.deleteMany({
    where: { freeAt: { lt: new Date(ctx.now.getTime() - 24 * 3_600_000) } },
  });
}

function busy(host: string) {
  return fetchError(
    "busy",
    `Many pages of ${host} wait for their turn, and a site is asked only once a second. Try again later.`,
    { isTemporary: true, retryAfterSeconds: 60 },
  );
}
