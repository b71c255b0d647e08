import type { Context } from "#lib/context.ts";
import { isDomainError } from "#lib/errors.ts";
import type { Worker } from "#lib/jobs/job.ts";
import { fetchWatch } from "./fetch-watch.ts";

/** Fetch a source, unless somebody else is at it or it is watched no more. */
export async function fetchAlone(ctx: Context, watchId: string, worker: Worker): Promise<void> {
  const lease = await worker.lease(`watch ${watchId}`);
  if (lease === null) return;
  try {
    await fetchWatch(ctx, watchId, { signal: worker.signal });
  } catch (error) {
    if (!isDomainError(error) || error.code !== "not-found") throw error;
  } finally {
    await lease.release();
  }
}
