import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { Watch } from "./model.ts";
import { fetchWatchJob } from "./jobs.ts";
import { getWatch } from "./queries.ts";

/**
 * Have a source fetched now, whatever its schedule; a worker does it in a moment. Asked several times
 * while it waits, it is fetched once.
 */
export async function fetchSoon(ctx: Context, id: string): Promise<Watch> {
  const watch = await getWatch(ctx, id);
  authorize(ctx.actor, "watch.edit", watch);
  await enqueue(ctx, fetchWatchJob, { watchId: id });
  return watch;
}
