import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Context } from "#lib/context.ts";
import type { Db } from "#lib/db/client.ts";
import type { Pace } from "#lib/fetch/fetch-address.ts";
import { fetchError } from "#lib/fetch/fetch-error.ts";

/** The time between two requests to one host, in seconds. */
export const HOST_SPACING_SECONDS = 1;
/** Whoever has waited this long for a turn gives it up and comes back later. */
const PATIENCE_MS = 30_000;

/**
 * Keeps requests to one host apart, also those of other processes: the turns stand in the database,
 * so that ten workers are no ten times as many visitors. Call it outside of a transaction, which would
 * keep everybody else waiting. Refused ("busy", temporary): a host for which too many wait.
 */
export function hostPace(ctx: Pick<Context, "db">, patienceMs = PATIENCE_MS): Pace {
  const limiter = limiterOf(ctx.db);
  return async (host) => {
    const until = Date.now() + patienceMs;
    for (;;) {
      const waitMs = await takeTurn(limiter, host);
      if (waitMs === 0) return;
      if (Date.now() + waitMs > until) throw busy(host);
      // Those who wait for one turn do not all come back at the same moment.
      await wait(waitMs + Math.random() * 100);
    }
  };
}

/** 0 when the turn is ours, otherwise when to ask again, in milliseconds. */
async function takeTurn(limiter: RateLimiterPrisma, host: string): Promise<number> {
  try {
    await limiter.consume(createHash("sha256").update(host).digest("base64url"));
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(20, refused.msBeforeNext);
  }
}

function busy(host: string) {
  return fetchError(
    "busy",
    `Many pages of ${host} wait for their turn, and a site is asked only once a second. Try again later.`,
    { isTemporary: true, retryAfterSeconds: 60 },
  );
}

const made = new WeakMap<Db, RateLimiterPrisma>();

function limiterOf(db: Db): RateLimiterPrisma {
  const known = made.get(db);
  if (known !== undefined) return known;
  const limiter = new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimiterFlexible",
    keyPrefix: "fetch",
    points: 1,
    duration: HOST_SPACING_SECONDS,
  });
  made.set(db, limiter);
  return limiter;
}
