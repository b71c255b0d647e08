import { setTimeout as sleep } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import type { z } from "zod";
import type { Context } from "#lib/context.ts";
import type { Db } from "#lib/db/client.ts";
import { isDatabaseAway } from "#lib/db/conflicts.ts";
import { type Fields, log } from "#lib/log.ts";
import type { Chore, Job, Worker } from "./job.ts";
import { openLeases } from "./leases.ts";
import { QUEUE_OPTIONS, queueOf } from "./queue.ts";

export type StartedWorker = {
  /** Take nothing more, wait for what is under way, and close. */
  stop: () => Promise<void>;
};

type Options = {
  url: string;
  /** For the jobs themselves; the queue has connections of its own. */
  db: Db;
  jobs: readonly Job[];
  chores: readonly Chore[];
  /** The connection that holds our leases is gone: what is under way may be done by others too. */
  onLost: () => void;
};

/** How long a stop waits for the jobs that are under way. */
const GRACE_MS = 20_000;

/**
 * Do the jobs that are sent, until stop(). Any number of workers share one database: each job is done
 * by one of them, and a schedule fires once for all. Opens four connections besides those of `db`.
 */
export async function startWorker(options: Options): Promise<StartedWorker> {
  const stopping = new AbortController();
  const leases = await openLeases(options.url, options.onLost);
  const worker: Worker = { signal: stopping.signal, lease: leases.take };
  const boss = new PgBoss({
    ...QUEUE_OPTIONS,
    connectionString: options.url,
    application_name: `onrecord-queue ${process.pid}`,
    max: 2,
    supervise: true,
    schedule: true,
    useListenNotify: true,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => tell("The queue met a problem.", error));
  boss.on("warning", ({ message }) => log.warn(`The queue says: ${message}`));
  await boss.start();
  for (const job of options.jobs) await takeOn(boss, job, options.db, worker);
  await dropOldSchedules(boss, options.jobs);
  const chores = options.chores.map((chore) => repeat(chore, options.db, worker));
  return {
    stop: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: GRACE_MS });
      await Promise.all(chores);
      await leases.close();
    },
  };
}

async function takeOn<P extends z.ZodType>(
  boss: PgBoss,
  job: Job<P>,
  db: Db,
  worker: Worker,
): Promise<void> {
  const { policy: _, ...settings } = queueOf(job);
  await boss.createQueue(job.name, queueOf(job));
  // It may stand there from an older version.
  await boss.updateQueue(job.name, settings);
  if (job.schedule !== null) await boss.schedule(job.name, job.schedule, {});
  const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 };
  await boss.work(
    job.name,
    { localConcurrency: job.concurrency, ...polling },
    async ([sent]: { id: string; data: unknown }[]) => {
      if (sent === undefined || worker.signal.aborted) return;
      try {
        await job.run(operator(db), job.payload.parse(sent.data ?? {}), worker);
      } catch (error) {
        tell("A job failed.", error, { job: job.name, id: sent.id });
        throw error;
      }
    },
  );
}

/** A schedule in the database that no job of ours asks for. */
async function dropOldSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const wanted = new Set(jobs.filter(({ schedule }) => schedule !== null).map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) {
    if (!wanted.has(name)) await boss.unschedule(name);
  }
}

async function repeat(chore: Chore, db: Db, worker: Worker): Promise<void> {
  while (!worker.signal.aborted) {
    await chore.run(operator(db), worker).catch((error: unknown) => {
      if (!worker.signal.aborted) tell("A chore failed.", error, { chore: chore.name });
    });
    await sleep(chore.everyMs, undefined, { signal: worker.signal }).catch(() => undefined);
  }
}

/** A database that is away is no fault of the work, and a line of it is enough. */
function tell(what: string, error: unknown, fields: Fields = {}): void {
  if (isDatabaseAway(error)) log.warn(`${what} The database is away.`, fields);
  else log.error(what, { ...fields, error });
}

function operator(db: Db): Context {
  return { actor: { kind: "operator" }, db, now: new Date() };
}
