import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { inTransaction } from "#lib/transaction.ts";
import { enqueue } from "./enqueue.ts";
import { isWorking } from "./is-working.ts";
import { declareJob, type Job, type Worker } from "./job.ts";
import { type Leases, openLeases } from "./leases.ts";
import { type StartedWorker, startWorker } from "./start-worker.ts";

let client: TestClient;
let ctx: Context;
const workers: StartedWorker[] = [];

beforeAll(async () => {
  client = await openTestClient();
  ctx = { actor: { kind: "operator" }, db: client.db, now: new Date() };
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});
afterAll(() => client.close());

const Greeting = z.object({ to: z.string() });

function greeting(name: `test.${string}`, run: (to: string, worker: Worker) => Promise<void>) {
  return declareJob({
    name,
    payload: Greeting,
    keyOf: ({ to }) => to,
    concurrency: 4,
    run: (_, { to }, worker) => run(to, worker),
  });
}

async function work(jobs: readonly Job[]): Promise<StartedWorker> {
  const { url, db } = client;
  const worker = await startWorker({ url, db, jobs, chores: [], onLost: () => undefined });
  workers.push(worker);
  return worker;
}

const waiting = (job: Job) =>
  client.db.$queryRaw<
    unknown[]
  >`SELECT id FROM pgboss.job WHERE name = ${job.name} AND state = 'created'`;

it("sends a job with the transaction or not at all, and once for each key", async () => {
  const job = greeting("test.sent", async () => undefined);
  const failing = inTransaction(ctx, async (ctx) => {
    await enqueue(ctx, job, { to: "nobody" });
    throw new Error("It did not happen.");
  });
  await expect(failing).rejects.toThrow("It did not happen.");
  await inTransaction(ctx, (ctx) => enqueue(ctx, job, { to: "a" }));
  await enqueue(ctx, job, { to: "a" });
  await enqueue(ctx, job, { to: "b" });
  expect(await waiting(job)).toHaveLength(2);
});

it("does each job once among two workers, at once when it is sent, and says that somebody works", async () => {
  const done: string[] = [];
  const job = greeting("test.shared", async (to) => void done.push(to));
  expect(await isWorking(ctx)).toBe(false);
  await Promise.all([work([job]), work([job])]);
  expect(await isWorking(ctx)).toBe(true);
  const names = Array.from({ length: 30 }, (_, index) => `person ${index}`);
  for (const to of names) await enqueue(ctx, job, { to });
  await vi.waitFor(() => expect(done).toHaveLength(30), 10_000);
  expect(done.toSorted()).toEqual(names.toSorted());
});

it("waits for what is under way when it is told to stop, and leaves the rest", async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const done: string[] = [];
  const job = greeting("test.stopped", async (to) => {
    await gate;
    done.push(to);
  });
  const worker = await work([job]);
  await enqueue(ctx, job, { to: "first" });
  await vi.waitFor(async () => expect(await waiting(job)).toHaveLength(0), 5_000);
  const stopped = worker.stop();
  await enqueue(ctx, job, { to: "second" });
  open();
  await stopped;
  expect(done).toEqual(["first"]);
  expect(await waiting(job)).toHaveLength(1);
  expect(await isWorking(ctx)).toBe(false);
});

it("holds a name for one alone, until it is let go or its connection is gone", async () => {
  const lost = vi.fn<() => void>();
  const [one, other]: [Leases, Leases] = [
    await openLeases(client.url, lost),
    await openLeases(client.url, () => undefined),
  ];
  const lease = await one.take("the harbour");
  expect(lease).not.toBeNull();
  expect(await one.take("the harbour")).toBeNull();
  expect(await other.take("the harbour")).toBeNull();
  await lease?.release();
  expect(await other.take("the harbour")).not.toBeNull();
  await one.take("the lighthouse");
  await client.db.$queryRaw`
    WITH ours AS (SELECT DISTINCT pid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1
                     AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
    SELECT count(pg_terminate_backend(pid)) FROM ours WHERE pid <> (SELECT max(pid) FROM ours)`;
  await vi.waitFor(async () => expect(await other.take("the lighthouse")).not.toBeNull());
  await Promise.all([one.close().catch(() => undefined), other.close()]);
});

it("finds the tables that this pg-boss wants, made by a migration", async () => {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL("../../node_modules/pg-boss/package.json", import.meta.url), "utf8"),
  );
  const wanted = z.object({ pgboss: z.object({ schema: z.int() }) }).parse(manifest).pgboss.schema;
  expect(await client.db.$queryRaw`SELECT version FROM pgboss.version`).toEqual([
    { version: wanted },
  ]);
});
