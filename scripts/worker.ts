import { makeClient } from "#lib/db/client.ts";
import { readEnv } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { TAKEN_AT_ONCE, takeInJob } from "#lib/ingestion/jobs.ts";
// The job loads it when it is first done; here it is loaded before anything waits for it.
import "#lib/ingestion/take-in-waiting.ts";
import { recoverItemsChore } from "#lib/ingestion/recover-items.ts";
import type { Chore, Job } from "#lib/jobs/job.ts";
import { startWorker } from "#lib/jobs/start-worker.ts";
import { catchUpLikenesses } from "#lib/likeness/catch-up-likenesses.ts";
import { forgetOldPresence } from "#lib/realtime/presence.ts";
import { forgetAnnouncements } from "#lib/realtime/read-announcements.ts";
import { mailNoticesJob } from "#lib/threads/jobs.ts";
import { FETCHED_AT_ONCE, fetchDueJob, fetchWatchJob } from "#lib/watches/jobs.ts";
import { runInOrder } from "./run-in-order.ts";

/** All that is done in the background. An area's jobs are named here once. */
const JOBS: readonly Job[] = [fetchDueJob, fetchWatchJob, takeInJob, mailNoticesJob];

const CHORES: readonly Chore[] = [
  recoverItemsChore,
  {
    name: "likeness.catch-up",
    everyMs: 60_000,
    run: async (ctx, { signal }) => {
      while (!signal.aborted && !(await catchUpLikenesses(ctx, 20)).isDone);
    },
  },
  {
    name: "realtime.forget",
    everyMs: 600_000,
    run: async ({ db, now }) => {
      await forgetAnnouncements(db, now);
      await forgetOldPresence(db, now);
    },
  },
];

/**
 * The worker: does what was sent for later, on the database of DATABASE_URL. `npm start` keeps one; any
 * number more may be started by hand on other machines with the same database.
 */
await runInOrder(async ({ finish, onStop }) => {
  const { databaseUrl } = readEnv();
  if (databaseUrl === null) {
    throw new DomainError(
      "unavailable",
      "The worker needs DATABASE_URL. With the embedded database, npm start keeps a worker of its own.",
    );
  }
  // Whoever started it says so when it is to stop. One that is gone without a word takes it along:
  // what is under way is given back the moment this process ends.
  process.on("message", (message) => message === "stop" && finish(0));
  process.on("disconnect", () => process.exit(1));
  const db = makeClient(databaseUrl, TAKEN_AT_ONCE + FETCHED_AT_ONCE + 2);
  onStop(() => db.$disconnect());
  const worker = await startWorker({
    url: databaseUrl,
    db,
    jobs: JOBS,
    chores: CHORES,
    onLost: () => process.exit(1),
  });
  onStop(worker.stop);
  process.send?.("ready");
});
