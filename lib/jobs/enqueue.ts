import { fromPrisma, PgBoss, type SendOptions } from "pg-boss";
import type { z } from "zod";
import type { Context } from "#lib/context.ts";
import type { Job } from "./job.ts";
import { QUEUE_OPTIONS, queueOf } from "./queue.ts";

/**
 * Send a job. It leaves with the transaction of `ctx`, or not at all; one of its key that is waiting
 * already is enough. `after` lets it wait until then.
 */
export async function enqueue<P extends z.ZodType>(
  ctx: Context,
  job: Job<P>,
  payload: z.output<P>,
  options: { after?: Date } = {},
): Promise<void> {
  // Cheap to make: it opens nothing, and speaks through the connection that it is given.
  const boss = new PgBoss({
    ...QUEUE_OPTIONS,
    db: fromPrisma(ctx.db),
    supervise: false,
    schedule: false,
  });
  const sending: SendOptions = {
    singletonKey: job.keyOf(payload),
    ...(options.after && { startAfter: options.after }),
  };
  const ids = job.payload.parse(payload);
  if (!isObject(ids)) throw new Error(`The payload of ${job.name} is no object.`);
  try {
    await boss.send(job.name, ids, sending);
  } catch (error) {
    if (!isUnknownQueue(error)) throw error;
    // What createQueue() does takes statements of its own, which a transaction of ours cannot bear.
    await ctx.db.$executeRaw`
      SELECT pgboss.create_queue(${job.name}, ${JSON.stringify(queueOf(job))}::jsonb)`;
    await boss.send(job.name, ids, sending);
  }
}

/** Told before anything is written: the transaction is as good as it was. */
function isUnknownQueue(error: unknown): boolean {
  return error instanceof Error && /^Queue .* does not exist$/.test(error.message);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
