import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { isUniqueViolation } from "#lib/db/conflicts.ts";
import { isDomainError } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { inTransaction } from "#lib/transaction.ts";
import { watchFetched } from "./events.ts";
import { fetchWatchJob } from "./jobs.ts";
import { type FetchSource, type Known, type Look, lookAtSource } from "./look-at-source.ts";
import type { Watch, WatchOutcome } from "./model.ts";
import { nextFetch } from "./next-fetch.ts";
import { getWatch, lockWatch } from "./queries.ts";
import { reviseFromPage } from "./revise-from-page.ts";
import { takeEntries } from "./take-entries.ts";
import { WATCH_SELECT, watchOf } from "./watch-row.ts";

/**
 * Fetch a source and do what follows from it: a changed page becomes a revision of its article, new
 * entries of a feed become an ingestion. What came of it stands on the watch, also why it failed; what
 * was found and that it was found are written together. It takes as long as the web takes, so it is
 * done by a worker. A watch that is deleted or sent elsewhere meanwhile is left alone.
 */
export async function fetchWatch(
  ctx: Context,
  id: string,
  options: FetchSource = {},
): Promise<Watch> {
  const watch = await getWatch(ctx, id);
  authorize(ctx.actor, "watch.edit", watch);
  const look = await lookAtSource(ctx, watch, await knownOf(ctx, id), options);
  const later = { ...ctx, now: new Date(Math.max(Date.now(), ctx.now.getTime())) };
  try {
    return await settle(later, watch, look);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return await settle(later, watch, { kind: "failed", problem });
  }
}

async function knownOf(ctx: Context, id: string): Promise<Known> {
  const row = await ctx.db.watch.findUnique({
    where: { id },
    select: { etag: true, lastModified: true },
  });
  return row ?? { etag: null, lastModified: null };
}

/** What can be wrong with what was found, once it is looked at closely. */
function problemOf(error: unknown): string | null {
  if (isUniqueViolation(error)) return "The feed that this page names is followed already.";
  return isDomainError(error) && error.code !== "not-found" && error.code !== "unavailable"
    ? error.message
    : null;
}

/** Those that wait for their turn at a site come back after this long. */
const PUT_OFF_MS = 60_000;

function settle(ctx: Context, seen: Watch, look: Look): Promise<Watch> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lockWatch(ctx, seen.id);
    if (before.url !== seen.url) return before;
    if (look.kind === "put-off") {
      const after = new Date(ctx.now.getTime() + PUT_OFF_MS);
      await enqueue(ctx, fetchWatchJob, { watchId: before.id }, { after });
      return before;
    }
    const outcome = await follow(ctx, before, look);
    const failures = outcome === "failed" ? before.failures + 1 : 0;
    const problem = look.kind === "failed" ? look.problem : null;
    const retryAfterSeconds = look.kind === "failed" ? look.retryAfterSeconds : undefined;
    const { everyMinutes } = before;
    const row = await ctx.db.watch.update({
      where: { id: before.id },
      data: {
        fetchedAt: ctx.now,
        outcome,
        problem,
        failures,
        nextAt: nextFetch({ everyMinutes, failures, retryAfterSeconds, now: ctx.now }),
        ...("page" in look && { etag: look.page.etag, lastModified: look.page.lastModified }),
        ...(look.kind === "feed" && { url: look.url, title: look.feed.title ?? before.title }),
      },
      select: WATCH_SELECT,
    });
    const after = watchOf(row);
    const isNews = outcome !== "same" || before.outcome === "failed" || before.outcome === null;
    const isSameFailure = outcome === "failed" && before.problem === problem;
    if (isNews && !isSameFailure) await record(ctx, watchFetched(before, after));
    return after;
  });
}

async function follow(
  ctx: Context,
  watch: Watch,
  look: Exclude<Look, { kind: "put-off" }>,
): Promise<WatchOutcome> {
  switch (look.kind) {
    case "page":
      return (await reviseFromPage(ctx, watch, look)) ? "changed" : "same";
    case "feed":
      return (await takeEntries(ctx, watch, look.feed)) > 0 ? "new-entries" : "same";
    case "failed":
      return "failed";
    case "same":
      return "same";
  }
}
