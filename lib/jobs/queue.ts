import type { ConstructorOptions, Queue } from "pg-boss";
import type { z } from "zod";
import type { Job } from "./job.ts";

/** Where pg-boss keeps its tables. Migrations make them; pg-boss itself is never let to. */
export const QUEUE_SCHEMA = "pgboss";

export const QUEUE_OPTIONS = {
  schema: QUEUE_SCHEMA,
  migrate: false,
  createSchema: false,
} as const satisfies ConstructorOptions;

/** A job as its queue is set up. */
export function queueOf<P extends z.ZodType>(job: Job<P>): Omit<Queue, "name"> {
  return {
    // One waits for each key; any number may be under way.
    policy: "short",
    retryLimit: job.retries,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: job.longestSeconds,
    deleteAfterSeconds: 3_600,
    notify: true,
  };
}
