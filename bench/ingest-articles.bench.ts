import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { clean } from "#lib/cleanup/clean.ts";
import type { BenchmarkRow } from "#scripts/benchmark.ts";
import { type RunningApp, withApp } from "#scripts/with-app.ts";
import { type BenchProject, makeBenchProject, withDatabaseOf } from "./support/bench-project.ts";
import { compared } from "./support/compare.ts";
import { inParallel } from "./support/in-parallel.ts";
import { inventedArticle } from "./support/invented-article.ts";

const ROUNDS = 3;
const ARTICLES = 100;
const WORDS = 800;
/** Files are sent so many at a time, as a browser does. */
const SENDERS = 4;

/**
 * Files from their PUT to their article: sent over HTTP, kept, queued, read in a process apart, cleaned,
 * signed, compared with all others of the project and written, until the last is done. The peer is the
 * clean-up alone, called in a loop on the same files: what is over it is the price of losing nothing.
 */
export default function ingestArticles(): Promise<BenchmarkRow[]> {
  return withApp((app) =>
    withDatabaseOf(app, async (db) => {
      const rows: BenchmarkRow[] = [];
      for (const kind of KINDS) rows.push(await compareWith(kind, app, await makeBenchProject(db)));
      return rows;
    }),
  );
}

const KINDS = [
  { name: "text", ending: "txt", write: (text: string) => text },
  { name: "HTML", ending: "html", write: asPage },
] as const;
type Kind = (typeof KINDS)[number];

async function compareWith(
  kind: Kind,
  app: RunningApp,
  place: BenchProject,
): Promise<BenchmarkRow> {
  const rates: number[] = [];
  const peerRates: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const files = filesOf(kind, round);
    const peerRate = cleanAll(kind, files);
    const rate = await ingestAll(kind, app, place, files);
    if (round === 0) continue;
    rates.push(rate);
    peerRates.push(peerRate);
  }
  return compared({
    name: `take in ${kind.name} of ${WORDS} words, whole pipeline`,
    unit: "articles/s",
    isRate: true,
    values: rates,
    peer: "the clean-up alone",
    peerValues: peerRates,
  });
}

function filesOf(kind: Kind, round: number): Buffer[] {
  return Array.from({ length: ARTICLES }, (_, n) =>
    Buffer.from(kind.write(inventedArticle(round * ARTICLES + n, WORDS, 0).text)),
  );
}

function cleanAll(kind: Kind, files: readonly Buffer[]): number {
  const began = performance.now();
  for (const bytes of files) clean({ bytes, name: `article.${kind.ending}` });
  return files.length / ((performance.now() - began) / 1_000);
}

async function ingestAll(
  kind: Kind,
  app: RunningApp,
  { project, token }: BenchProject,
  files: readonly Buffer[],
): Promise<number> {
  const ask = async (method: string, path: string, body?: BodyInit, type = "application/json") => {
    const answer = await fetch(`${app.url}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body && { "Content-Type": type }) },
      ...(body && { body }),
    });
    const said: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${path} was answered with ${JSON.stringify(said)}.`);
    return said;
  };
  const id = uuidv7();
  const began = performance.now();
  const about = JSON.stringify({ id, name: `${files.length} files`, kind: "files" });
  await ask("POST", `/projects/${project.id}/ingestions`, about);
  const numbered = files.map((bytes, index) => ({ bytes, index }));
  await inParallel(numbered, SENDERS, async ({ bytes, index }) => {
    const path = `/ingestions/${id}/items/${index}?name=${index}.${kind.ending}`;
    await ask("PUT", path, Uint8Array.from(bytes), "application/octet-stream");
  });
  await ask("POST", `/ingestions/${id}/complete`);
  for (;;) {
    const now = await ask("GET", `/ingestions/${id}`);
    const counts: unknown = Reflect.get(Object(now), "counts");
    const countOf = (state: string) => Number(Reflect.get(Object(counts), state));
    if (countOf("failed") > 0) throw new Error(`Not all came in: ${JSON.stringify(counts)}`);
    if (Reflect.get(Object(now), "isDone") === true) break;
    await sleep(20);
  }
  return files.length / ((performance.now() - began) / 1_000);
}

/** An article's page as papers make them, with what stands around it. */
function asPage(text: string): string {
  const [title = "", ...paragraphs] = text.trim().split("\n\n");
  const links = Array.from(
    { length: 30 },
    (_, n) => `<li><a href="/section/${n}">Section ${n}</a></li>`,
  );
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Estuary Courier</title>`,
    `<meta property="og:title" content="${title}"><style>nav { color: red }</style></head><body>`,
    `<nav><ul>${links.join("")}</ul></nav><main><article><h1>${title}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${paragraph}</p>`),
    `</article></main><aside><h2>You may also like</h2><ul>${links.join("")}</ul></aside>`,
    `<footer><p>© The Estuary Courier</p></footer><script>var x = 1;</script></body></html>`,
  ].join("\n");
}
