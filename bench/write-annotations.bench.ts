import { Agent, request } from "node:http";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "#lib/db/client.ts";
import type { BenchmarkRow } from "#scripts/benchmark.ts";
import { type RunningApp, withApp } from "#scripts/with-app.ts";
import { annotationRows, type AnnotationRows, insertRows } from "./support/annotation-rows.ts";
import {
  type BenchProject,
  makeBenchProject,
  type MarkedArticle,
  withDatabaseOf,
} from "./support/bench-project.ts";
import { compared } from "./support/compare.ts";
import { inParallel } from "./support/in-parallel.ts";
import { inventedArticle, type Mark } from "./support/invented-article.ts";

const ROUNDS = 5;
const ARTICLES = 4;
const MARKS = 100;
const WORDS = 2_200;
const WORKERS = [1, 8] as const;

/**
 * Annotations through PUT /api/v1/annotations/{id}, against the same rows inserted by the driver
 * without the app: one transaction each, the same triggers, the same number at once. Ours and the
 * peer's rounds take turns on one server; the first round warms up and is not counted.
 */
export default function writeAnnotations(): Promise<BenchmarkRow[]> {
  return withApp((app) =>
    withDatabaseOf(app, async (db, url) => {
      const rows: BenchmarkRow[] = [];
      for (const workers of WORKERS) rows.push(await compareWith(workers, app, db, url));
      return rows;
    }),
  );
}

async function compareWith(workers: number, app: RunningApp, db: Db, url: string) {
  const place = await makeBenchProject(db);
  const rates: number[] = [];
  const peerRates: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const rate = await putAll(app, place, await newArticles(place, 2 * round), workers);
    const peerRate = await insertAll(url, place, await newArticles(place, 2 * round + 1), workers);
    if (round === 0) continue;
    rates.push(rate);
    peerRates.push(peerRate);
  }
  return compared({
    name: `write annotations over HTTP, ${workers} at a time`,
    unit: "annotations/s",
    isRate: true,
    values: rates,
    peer: "the same rows through pg",
    peerValues: peerRates,
  });
}

async function newArticles(place: BenchProject, batch: number): Promise<MarkedArticle[]> {
  const articles: MarkedArticle[] = [];
  for (let n = 0; n < ARTICLES; n++) {
    articles.push(await place.add(inventedArticle(batch * ARTICLES + n, WORDS, MARKS)));
  }
  return articles;
}

type ToWrite = { article: MarkedArticle; mark: Mark };

function everyMark(articles: readonly MarkedArticle[]): ToWrite[] {
  return articles.flatMap((article) => article.marks.map((mark) => ({ article, mark })));
}

async function putAll(
  app: RunningApp,
  { token }: BenchProject,
  articles: readonly MarkedArticle[],
  workers: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: workers });
  const marks = everyMark(articles);
  const seconds = await inParallel(marks, workers, async ({ article, mark }) => {
    const status = await put(agent, `${app.url}/api/v1/annotations/${uuidv7()}`, token, {
      articleId: article.id,
      revision: 1,
      absent: [],
      doubt: null,
      ...mark,
    });
    if (status !== 201) throw new Error(`A PUT was answered with ${status}.`);
  });
  agent.destroy();
  return marks.length / seconds;
}

function put(agent: Agent, url: string, token: string, body: object): Promise<number> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(text),
    };
    const sent = request(url, { method: "PUT", agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(text);
  });
}

async function insertAll(
  url: string,
  { annotator }: BenchProject,
  articles: readonly MarkedArticle[],
  workers: number,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: workers }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const marks = everyMark(articles);
  try {
    const seconds = await inParallel(marks, workers, async ({ article, mark }, worker) => {
      const client = clients[worker];
      if (client) await insertOne(client, annotationRows(article, mark, annotator));
    });
    return marks.length / seconds;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function insertOne(client: pg.Client, rows: AnnotationRows): Promise<void> {
  await client.query("BEGIN");
  await insertRows(client, "annotation", [rows.annotation]);
  await insertRows(client, "segment", rows.segment);
  await insertRows(client, "annotation_version", [rows.annotation_version]);
  await insertRows(client, "audit_event", [rows.audit_event]);
  await client.query("COMMIT");
}
