import { setTimeout as sleep } from "node:timers/promises";
import type { Prisma, PrismaClient } from "#generated/prisma/client.ts";
import type { Db } from "./client.ts";
import { explainAway, isRetryable } from "./conflicts.ts";

const ATTEMPTS = 6;

export type TransactOptions = {
  /** Read committed when left out. */
  isolation?: Prisma.TransactionIsolationLevel;
  /** Milliseconds after which the transaction is broken off; a minute when left out. */
  timeoutMs?: number;
  /** How often it may be tried; 1 where `work` does something outside of the database. */
  attempts?: number;
};

/**
 * Run `work` in one transaction; when it throws, nothing of it stays. Called within a transaction
 * it joins that one. Two transactions in each other's way are tried again, up to six times in all,
 * so `work` must bear being run anew and do nothing outside of the database, or be given one attempt.
 */
export async function transact<T>(
  db: Db,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  options: TransactOptions = {},
): Promise<T> {
  if (!isClient(db)) return await work(db);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, {
        ...(options.isolation && { isolationLevel: options.isolation }),
        ...(options.timeoutMs && { timeout: options.timeoutMs }),
      });
    } catch (error) {
      if (!isRetryable(error) || attempt === (options.attempts ?? ATTEMPTS))
        throw explainAway(error);
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}

function isClient(db: Db): db is PrismaClient {
  return "$connect" in db && typeof db.$connect === "function";
}
