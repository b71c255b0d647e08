import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { isUniqueViolation } from "#lib/db/conflicts.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { alreadyWatched } from "./already-watched.ts";
import { watchChanged } from "./events.ts";
import type { Watch, WatchChange } from "./model.ts";
import { nextFetch } from "./next-fetch.ts";
import { getWatch, lockWatch } from "./queries.ts";
import { WATCH_SELECT, watchOf } from "./watch-row.ts";
import { watchedAddress } from "./watched-address.ts";

/**
 * Change how often a source is fetched, or its address; no minutes stop the schedule. The same again
 * changes nothing. `expected` is the version that the caller has seen (null: none named). Another
 * address begins without what was known of the old one; a feed's entries that were seen stay seen.
 */
export async function editWatch(
  ctx: Context,
  id: string,
  change: WatchChange,
  expected: number | null,
): Promise<Watch> {
  const url = change.url === undefined ? undefined : watchedAddress(change.url);
  try {
    return await inTransaction(ctx, async (ctx) => {
      const before = await lockWatch(ctx, id);
      authorize(ctx.actor, "watch.edit", before);
      const next = {
        url: url ?? before.url,
        everyMinutes: change.everyMinutes === undefined ? before.everyMinutes : change.everyMinutes,
      };
      if (next.url === before.url && next.everyMinutes === before.everyMinutes) return before;
      if (expected !== null && expected !== before.version) throw stale(before);
      const isMoved = next.url !== before.url;
      const failures = isMoved ? 0 : before.failures;
      const row = await ctx.db.watch.update({
        where: { id },
        data: {
          ...next,
          nextAt: nextFetch({ everyMinutes: next.everyMinutes, failures, now: ctx.now }),
          version: { increment: 1 },
          ...(isMoved && {
            etag: null,
            lastModified: null,
            outcome: null,
            problem: null,
            failures,
          }),
        },
        select: WATCH_SELECT,
      });
      const watch = watchOf(row);
      await record(ctx, watchChanged(before, watch));
      return watch;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const { projectId, kind } = await getWatch(ctx, id);
    throw await alreadyWatched(ctx, { projectId, kind, url: url ?? "", articleId: null });
  }
}

function stale(current: Watch): DomainError {
  return new DomainError("stale", "This has been changed since you saw it.", {
    detail: { current },
  });
}
