import { z } from "zod";
import { declareJob, EVERY_MINUTE } from "#lib/jobs/job.ts";

/** How many sources one worker fetches at a time: they wait for the network most of the while. */
export const FETCHED_AT_ONCE = 3;

/** Fetch one source now, in a worker: what it holds is read away from the process that serves people. */
export const fetchWatchJob = declareJob({
  name: "watch.fetch",
  payload: z.object({ watchId: z.uuid() }),
  keyOf: ({ watchId }) => watchId,
  concurrency: FETCHED_AT_ONCE,
  retries: 0,
  longestSeconds: 600,
  // Those who send it need not load all that reads files.
  run: async (ctx, { watchId }, worker) => {
    const { fetchAlone } = await import("./fetch-alone.ts");
    await fetchAlone(ctx, watchId, worker);
  },
});

/** Send what is due. */
export const fetchDueJob = declareJob({
  name: "watch.fetch-due",
  payload: z.object({}),
  schedule: EVERY_MINUTE,
  retries: 0,
  longestSeconds: 60,
  run: async (ctx) => {
    const { fetchDueWatches } = await import("./fetch-due-watches.ts");
    await fetchDueWatches(ctx);
  },
});
