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
  // What createQueue() does takes statements of its own, which a transaction of ours cannot bear.
  await ctx.db.$executeRaw`
    SELECT pgboss.create_queue(${job.name}, ${JSON.stringify(queueOf(job))}::jsonb)
     WHERE NOT EXISTS (SELECT 1 FROM pgboss.queue WHERE name = ${job.name})`;
  await boss.send(job.name, ids, sending);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
