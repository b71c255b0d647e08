import type { z } from "zod";
import type { Context } from "#lib/context.ts";
import type { Lease } from "./leases.ts";

/** What a job has of the process that does it. */
export type Worker = {
  /** Aborted when the process is to stop: finish what is begun, and begin nothing more. */
  readonly signal: AbortSignal;
  /**
   * Hold a name alone for as long as this process lives; null while somebody else holds it. Another
   * process sees at once when this one is gone, however it went.
   */
  readonly lease: (name: string) => Promise<Lease | null>;
};

/** A kind of work that is done later, by whichever worker is free. */
export type Job<P extends z.ZodType = z.ZodType> = {
  /** An area and a verb, such as `ingestion.take-in`. */
  readonly name: string;
  /** Ids only: what they stand for is read when the job is done, and may have changed by then. */
  readonly payload: P;
  /** Jobs of the same key wait once, however often they are sent. */
  keyOf(payload: z.output<P>): string;
  /** How many of them one worker does at a time. */
  readonly concurrency: number;
  /** How often one that failed is tried again. */
  readonly retries: number;
  /** Seconds after which one that is under way counts as failed. */
  readonly longestSeconds: number;
  /** A cron expression in UTC, for what is done again and again; null for what is sent. */
  readonly schedule: string | null;
  /** Done as the operator; the payload is parsed. It may be run again at any time: it must bear that. */
  run(ctx: Context, payload: z.output<P>, worker: Worker): Promise<void>;
};

/** What a worker does every so often besides its jobs, such as looking for what was left lying. */
export type Chore = {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (ctx: Context, worker: Worker) => Promise<void>;
};

/** Declare a job. An area names its own in its `jobs.ts`; scripts/worker.ts knows all of them. */
export function declareJob<P extends z.ZodType>(declared: {
  name: `${string}.${string}`;
  payload: P;
  /** All the same when left out: then one waits at most. */
  keyOf?: (payload: z.output<P>) => string;
  concurrency?: number;
  retries?: number;
  longestSeconds?: number;
  schedule?: string;
  run: (ctx: Context, payload: z.output<P>, worker: Worker) => Promise<void>;
}): Job<P> {
  return {
    name: declared.name,
    payload: declared.payload,
    keyOf: declared.keyOf ?? (() => "one"),
    concurrency: declared.concurrency ?? 1,
    retries: declared.retries ?? 2,
    longestSeconds: declared.longestSeconds ?? 600,
    schedule: declared.schedule ?? null,
    run: declared.run,
  };
}

/** A schedule: at the beginning of every minute, in one worker of all. */
export const EVERY_MINUTE = "* * * * *";
