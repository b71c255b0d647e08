import { randomUUID } from "node:crypto";
import { findUserActor } from "#lib/access/find-user-actor.ts";
import { authorize } from "#lib/access/permissions.ts";
import { saveOriginal } from "#lib/articles/save-revision.ts";
import type { Actor, Context } from "#lib/context.ts";
import { DomainError, isDomainError } from "#lib/errors.ts";
import type { Worker } from "#lib/jobs/job.ts";
import { log } from "#lib/log.ts";
import { inTransaction } from "#lib/transaction.ts";
import { broughtArrival } from "./brought-arrival.ts";
import type { ClaimedItem } from "./claim-item.ts";
import { fetchArrival } from "./fetch-arrival.ts";
import { ClaimLost, finishItem, type Outcome, putBack } from "./finish-item.ts";
import { readArrival, takeIn } from "./take-in.ts";
import { unpackItem } from "./unpack-item.ts";
import { partsOf } from "./parts-of.ts";

/** Whoever works on an item may die of it this often before it is given up. */
const MOST_ATTEMPTS = 3;

/**
 * Do an item: fetch it when it is an address, unpack it when it holds others, and otherwise take it in.
 * The article and the item's end are one transaction. What is wrong with the item is written on it as a
 * sentence. Throws when the database is away and for what nobody foresaw; the item is then given back.
 */
export async function processItem(ctx: Context, item: ClaimedItem, worker: Worker): Promise<void> {
  try {
    if (item.attempts > MOST_ATTEMPTS) throw new DomainError("invalid", DEADLY);
    await work({ ...ctx, actor: await actorOf(ctx, item) }, item, worker);
  } catch (error) {
    if (error instanceof ClaimLost) return;
    // A database that is away, or a fault of ours: the item is given back, and is not tried for ever.
    if (!isItsOwn(error) && item.attempts < MOST_ATTEMPTS) throw error;
    if (isUntimely(error)) return putBack(ctx, item);
    await finishItem({ ...ctx, now: new Date() }, item, outcomeOf(error)).catch(passOver);
  }
}

/** Whether the item itself is at fault, or what stands at its address. */
function isItsOwn(error: unknown): boolean {
  if (!isDomainError(error)) return false;
  return error.code !== "unavailable" || error.detail.problem !== undefined;
}

/** Too many wait for one site, or the worker is about to end: the same will do in a while. */
function isUntimely(error: unknown): boolean {
  if (!isDomainError(error)) return false;
  return error.detail.problem === "busy" || error.detail.problem === "stopped";
}

const DEADLY =
  "The program that reads files ended three times while it read this one. It was given up; the others went on.";

async function work(ctx: Context, item: ClaimedItem, worker: Worker): Promise<void> {
  const bytes = await readBytes(ctx, item);
  const parts = bytes === null ? null : partsOf(item, bytes);
  if (parts !== null) return unpackItem(ctx, item, parts, worker);
  const arrival =
    bytes === null ? await fetchArrival(ctx, item, worker.signal) : broughtArrival(item, bytes);
  const read = await readArrival(arrival);
  // Reading took its time.
  await inTransaction({ ...ctx, now: new Date() }, async (ctx) => {
    const taken = await takeIn(ctx, item.projectId, read);
    const fetched = bytes === null && { originalHash: await saveOriginal(ctx, arrival.bytes) };
    await finishItem(ctx, item, { ...taken, ...fetched });
  });
}

async function readBytes(ctx: Context, item: ClaimedItem): Promise<Uint8Array | null> {
  if (item.originalHash === null) return null;
  const original = await ctx.db.original.findUniqueOrThrow({ where: { hash: item.originalHash } });
  return original.bytes;
}

/** Whoever brought it, as they may act now. */
async function actorOf(ctx: Context, item: ClaimedItem): Promise<Actor> {
  if (item.createdById === null) return { kind: "operator" };
  const actor = await findUserActor(ctx.db, item.createdById);
  if (actor === null) throw new DomainError("forbidden", GONE);
  try {
    authorize(actor, "article.add", item);
  } catch {
    throw new DomainError("forbidden", GONE);
  }
  return actor;
}

const GONE = "Whoever brought this may not add articles to the project any more.";

function outcomeOf(error: unknown): Outcome {
  if (isDomainError(error)) {
    return { state: "failed", problem: error.message };
  }
  const incident = randomUUID();
  log.error("An item could not be taken in.", { incident, error });
  return {
    state: "failed",
    problem: `Something went wrong here, and nothing was changed. The incident has the number ${incident}.`,
  };
}

/** That the claim is lost is no failure: somebody else sees to the item. */
function passOver(error: unknown): void {
  if (!(error instanceof ClaimLost)) throw error;
}
