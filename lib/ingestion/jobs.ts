import { z } from "zod";
import { declareJob } from "#lib/jobs/job.ts";

/** How many items one worker takes in at a time: some wait for the network, some for a processor. */
export const TAKEN_AT_ONCE = 6;

/**
 * Take in what waits in an ingestion. The rows of its items say what that is, so that one job stands
 * for any number of them, and a job that is lost costs nothing: the next one finds the same rows.
 */
export const takeInJob = declareJob({
  name: "ingestion.take-in",
  payload: z.object({ ingestionId: z.uuid() }),
  keyOf: ({ ingestionId }) => ingestionId,
  concurrency: TAKEN_AT_ONCE,
  retries: 0,
  // Those who send it need not load all that reads files.
  run: async (ctx, { ingestionId }, worker) => {
    const { takeInWaiting } = await import("./take-in-waiting.ts");
    await takeInWaiting(ctx, ingestionId, worker);
  },
});
