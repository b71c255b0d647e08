import type { Context } from "#lib/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { Worker } from "#lib/jobs/job.ts";
import { claimItem, release } from "./claim-item.ts";
import { takeInJob } from "./jobs.ts";
import { processItem } from "./process-item.ts";

/** After this long somebody else's ingestion has its turn. */
const TURN_MS = 10_000;

/**
 * Take in what waits in an ingestion, item by item, until nothing waits, the turn is over, or the
 * worker is to stop. Where more than one waits, another job is sent at once: a second pair of hands,
 * of this worker or of another.
 */
export async function takeInWaiting(
  ctx: Context,
  ingestionId: string,
  worker: Worker,
): Promise<void> {
  const until = Date.now() + TURN_MS;
  let hasCalled = false;
  while (!worker.signal.aborted) {
    const now = { ...ctx, now: new Date() };
    const claimed = await claimItem(now, ingestionId, worker);
    if (claimed === null) return;
    try {
      if (!hasCalled) await enqueue(now, takeInJob, { ingestionId });
      hasCalled = true;
      await processItem(now, claimed.item, worker);
    } finally {
      await release(claimed.lease);
    }
    if (Date.now() > until) return enqueue(now, takeInJob, { ingestionId });
  }
}
