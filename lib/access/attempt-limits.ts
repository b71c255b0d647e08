import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Context } from "#lib/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors.ts";

/** Attempts that are free within a quarter of an hour: for one account, and from one address. */
export const ACCOUNT_ATTEMPTS = 10;
export const ADDRESS_ATTEMPTS = 100;
const WINDOW_SECONDS = 15 * 60;

export type Attempt = {
  /** The e-mail that was given, whether or not anybody has it. */
  email: string;
  /** Null when it is not known where the request comes from. */
  address: string | null;
};

/**
 * Count an attempt before it is looked at, so that many at once are all counted. Refused when there
 * were too many; the refusal is the same for accounts that are there and that are not.
 */
export async function countAttempt(ctx: Pick<Context, "db">, attempt: Attempt): Promise<void> {
  const { account, address } = limitersOf(ctx.db);
  if (attempt.address !== null) await consume(address, attempt.address);
  await consume(account, attempt.email);
}

/** The attempt succeeded: it was no guess. */
export async function forgiveAttempt(ctx: Pick<Context, "db">, attempt: Attempt): Promise<void> {
  const { account, address } = limitersOf(ctx.db);
  await account.delete(keyOf(attempt.email));
  if (attempt.address !== null) await address.reward(keyOf(attempt.address), 1);
}

async function consume(limiter: RateLimiterPrisma, key: string): Promise<void> {
  try {
    await limiter.consume(keyOf(key));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    const minutes = Math.ceil(seconds / 60);
    throw new DomainError(
      "too-many",
      `Too many attempts. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
      { detail: { retryAfterSeconds: seconds } },
    );
  }
}

/** Addresses of people are not kept as they are. */
function keyOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

type Limiters = { account: RateLimiterPrisma; address: RateLimiterPrisma };
const made = new WeakMap<Db, Limiters>();

function limitersOf(db: Db): Limiters {
  const known = made.get(db);
  if (known !== undefined) return known;
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPrisma({
      storeClient: db,
      tableName: "rateLimiterFlexible",
      keyPrefix,
      points,
      duration: WINDOW_SECONDS,
    });
  const limiters = {
    account: limiter("account", ACCOUNT_ATTEMPTS),
    address: limiter("address", ADDRESS_ATTEMPTS),
  };
  made.set(db, limiters);
  return limiters;
}
