import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { repositoryRoot } from "#lib/env.ts";
import { makeMember, makeProject } from "#prisma/factories.ts";
import { cancelIngestion } from "./cancel-ingestion.ts";
import { completeIngestion } from "./complete-ingestion.ts";
import { createIngestion } from "./create-ingestion.ts";
import type { Ingestion } from "./model.ts";
import { putItem } from "./put-item.ts";
import { getIngestion } from "./queries.ts";

let client: TestClient;
let ctx: Context;
let projectId: string;
const workers = new Set<ChildProcess>();

beforeAll(async () => {
  client = await openTestClient();
});
beforeEach(async () => {
  projectId = (await makeProject(client.db)).id;
  ctx = (await makeMember(client.db, { projectId, role: "annotator" })).ctx;
});
afterEach(async () => {
  await Promise.all([...workers].map((worker) => end(worker, "SIGKILL")));
});
afterAll(() => client.close());

/** The worker as it is: a process of its own. */
async function startWorker(): Promise<ChildProcess> {
  const root = repositoryRoot();
  const worker = spawn(process.execPath, [join(root, "scripts", "worker.ts")], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: client.url, ONRECORD_LOG: "error" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  workers.add(worker);
  await Promise.race([once(worker, "message"), once(worker, "close")]);
  return worker;
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  workers.delete(worker);
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, "close");
  worker.kill(signal);
  await ended;
}

/** Some texts, every tenth of them the same as the one before. */
async function bring(count: number): Promise<Ingestion> {
  const { id } = await createIngestion(ctx, projectId, {
    id: v7(),
    name: `${count} files`,
    kind: "files",
  });
  for (let from = 0; from < count; from += 10) {
    const indexes = Array.from({ length: Math.min(10, count - from) }, (_, at) => from + at);
    await Promise.all(
      indexes.map((index) =>
        putItem(ctx, id, index, { name: `${index}.txt`, bytes: textOf(index) }),
      ),
    );
  }
  return completeIngestion(ctx, id);
}

function textOf(index: number): Uint8Array {
  const number = index % 10 === 9 ? index - 1 : index;
  const words = Array.from(
    { length: 60 },
    (_, at) => `word${(number * 7919 + at * 104_729) % 99_991}`,
  );
  return Buffer.from(`Report number ${number} from Sahrin.\n\n${words.join(" ")}.\n`);
}

async function untilDone(id: string, timeoutMs = 180_000): Promise<Ingestion> {
  await vi.waitFor(async () => expect((await getIngestion(ctx, id)).isDone).toBe(true), {
    timeout: timeoutMs,
    interval: 100,
  });
  return getIngestion(ctx, id);
}

async function doneOf(id: string): Promise<number> {
  const { added, duplicate } = (await getIngestion(ctx, id)).counts;
  return added + duplicate;
}

/** What the project holds, and what became of the items. */
async function tally(id: string) {
  const { added, duplicate, failed, "near-duplicate": near } = (await getIngestion(ctx, id)).counts;
  const where = { projectId };
  return {
    added: added + near,
    duplicate,
    failed,
    articles: await client.db.article.count({ where }),
    revisions: await client.db.revision.count({ where }),
    told: await client.db.auditEvent.count({ where: { ...where, type: "article.added" } }),
  };
}

/** Every item has come to an end, every text is one article, and every article was told once. */
function eachOnce(count: number) {
  const different = count - Math.floor(count / 10);
  return {
    added: different,
    duplicate: count - different,
    failed: 0,
    articles: different,
    revisions: different,
    told: different,
  };
}

describe("the queue", () => {
  it("takes in every item exactly once, whenever its worker is killed", async () => {
    const count = 500;
    const { id } = await bring(count);
    const told: string[] = [];
    for (let kill = 0; kill < 6; kill++) {
      const before = await doneOf(id);
      const worker = await startWorker();
      await vi.waitFor(async () => expect(await doneOf(id)).toBeGreaterThan(before), {
        timeout: 20_000,
        interval: 10,
      });
      const moment = Math.round(Math.random() * 700);
      await sleep(moment);
      await end(worker, "SIGKILL");
      const { waiting, running } = (await getIngestion(ctx, id)).counts;
      told.push(`after ${moment} ms, ${running} under way and ${waiting} waiting`);
    }
    process.stdout.write(`Killed ${told.join("; ")}.\n`);
    await startWorker();
    await untilDone(id);
    expect(await tally(id), told.join("; ")).toEqual(eachOnce(count));
  }, 300_000);

  it("is shared by two workers, each item done by one", async () => {
    const { id } = await bring(120);
    await Promise.all([startWorker(), startWorker()]);
    await untilDone(id);
    expect(await tally(id)).toEqual(eachOnce(120));
  }, 180_000);

  it("sends lost jobs again from the rows", async () => {
    const { id } = await bring(5);
    await client.db.$executeRaw`TRUNCATE pgboss.job`;
    await startWorker();
    await untilDone(id, 15_000);
    expect(await tally(id)).toEqual(eachOnce(5));
  });

  it("is stopped by a cancel in the middle: what waits is not taken in, what came in stays", async () => {
    const { id } = await bring(300);
    await startWorker();
    await vi.waitFor(
      async () => expect((await getIngestion(ctx, id)).counts.added).toBeGreaterThan(5),
      20_000,
    );
    await cancelIngestion(ctx, id);
    const { counts } = await untilDone(id, 15_000);
    expect(counts.cancelled).toBeGreaterThan(0);
    expect(counts.added + counts.duplicate + counts["near-duplicate"] + counts.cancelled).toBe(300);
    expect(await client.db.article.count({ where: { projectId } })).toBe(
      counts.added + counts["near-duplicate"],
    );
  }, 60_000);
});
