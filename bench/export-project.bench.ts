import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import type { BenchmarkRow } from "#scripts/benchmark.ts";
import { type RunningApp, withApp } from "#scripts/with-app.ts";
import { type BenchProject, makeBenchProject, withDatabaseOf } from "./support/bench-project.ts";
import { writeInBulk } from "./support/bulk-annotations.ts";
import { compared } from "./support/compare.ts";
import { copyProject } from "./support/copy-project.ts";
import { inventedArticle } from "./support/invented-article.ts";

const ROUNDS = 3;
const ARTICLES = 300;
const FEW_ARTICLES = 30;
const MARKS = 100;
const WORDS = 2_200;
const MEGABYTE = 1_000_000;
/** Without a limit V8 lets garbage lie for as long as there is room, which says nothing. */
const HEAP_MEGABYTES = 64;

/**
 * Exports of a project of 300 articles and 30,000 annotations, by the HTTP API and by the function
 * alone, against COPY of the same rows through the same driver. And the memory of a process that
 * exports it, against one that exports a tenth: what is streamed needs no more for more.
 */
export default function exportProjects(): Promise<BenchmarkRow[]> {
  return withApp((app) =>
    withDatabaseOf(app, async (db, url) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        const many = await fill(db, client, ARTICLES);
        const few = await fill(db, client, FEW_ARTICLES);
        return await measure({ app, url, client, many, few });
      } finally {
        await client.end();
      }
    }),
  );
}

type Filled = { place: BenchProject; annotations: number };

async function fill(db: Db, client: pg.Client, articles: number): Promise<Filled> {
  const place = await makeBenchProject(db);
  const added = [];
  for (let n = 0; n < articles; n++) added.push(await place.add(inventedArticle(n, WORDS, MARKS)));
  return { place, annotations: await writeInBulk(client, place, added) };
}

type Measuring = { app: RunningApp; url: string; client: pg.Client; many: Filled; few: Filled };

async function measure(given: Measuring): Promise<BenchmarkRow[]> {
  const { many } = given;
  const rounds: Round[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const measured = await measureRound(given);
    if (round > 0) rounds.push(measured);
  }
  const rates = (of: "jsonl" | "csv" | "alone" | "copy") =>
    rounds.map((round) => many.annotations / round[of].seconds);
  const row = (name: string, of: "jsonl" | "csv" | "alone") =>
    compared({
      name,
      unit: "annotations/s",
      isRate: true,
      values: rates(of),
      peer: "COPY of the same rows",
      peerValues: rates("copy"),
    });
  return [
    row("export 30,000 annotations as jsonl over HTTP", "jsonl"),
    row("export 30,000 annotations as csv over HTTP", "csv"),
    row("export 30,000 annotations as jsonl, function alone", "alone"),
    compared({
      name: "the same over HTTP, by volume",
      unit: "MB/s",
      isRate: true,
      values: rounds.map(({ jsonl }) => jsonl.bytes / MEGABYTE / jsonl.seconds),
      peer: "COPY of the same rows",
      peerValues: rounds.map(({ copy }) => copy.bytes / MEGABYTE / copy.seconds),
    }),
    compared({
      name: `peak memory of an export of 30,000, heap at most ${HEAP_MEGABYTES} MB`,
      unit: "MB",
      isRate: false,
      values: rounds.map(({ inLittleMemory }) => inLittleMemory.memoryPeak / MEGABYTE),
      peer: "the same of 3,000",
      peerValues: rounds.map(({ fewInLittleMemory }) => fewInLittleMemory.memoryPeak / MEGABYTE),
    }),
  ];
}

type Round = Awaited<ReturnType<typeof measureRound>>;

/** The first round warms up and is not counted. */
async function measureRound({ app, url, client, many, few }: Measuring) {
  const projectId = many.place.project.id;
  return {
    jsonl: await download(app, many.place, "jsonl"),
    csv: await download(app, many.place, "csv"),
    alone: await exportAlone(url, projectId),
    inLittleMemory: await exportAlone(url, projectId, HEAP_MEGABYTES),
    fewInLittleMemory: await exportAlone(url, few.place.project.id, HEAP_MEGABYTES),
    copy: await copyProject(client, projectId),
  };
}

async function download(app: RunningApp, { project, token }: BenchProject, format: string) {
  const began = performance.now();
  const answer = await fetch(`${app.url}/api/v1/projects/${project.id}/export?format=${format}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok || !answer.body) throw new Error(`An export was answered with ${answer.status}.`);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += chunk.length;
  return { bytes, seconds: (performance.now() - began) / 1_000 };
}

const Alone = z.object({ seconds: z.number(), memoryPeak: z.number() });

async function exportAlone(url: string, projectId: string, heapMegabytes?: number) {
  const limit = heapMegabytes === undefined ? [] : [`--max-old-space-size=${heapMegabytes}`];
  const script = join(import.meta.dirname, "support", "export-alone.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...limit,
    script,
    url,
    projectId,
  ]);
  return Alone.parse(JSON.parse(stdout));
}
