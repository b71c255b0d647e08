import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Context } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { openDatabase } from "#lib/db/open.ts";
import { findCandidates } from "#lib/likeness/find-candidates.ts";
import { judgeLikeness } from "#lib/likeness/judge-likeness.ts";
import { MINHASH, minhash } from "#lib/text/minhash.ts";
import { wordsOf } from "#lib/text/tokens.ts";
import { makeProject } from "#prisma/factories.ts";
import type { BenchmarkRow } from "#scripts/benchmark.ts";
import { compared } from "./support/compare.ts";
import { inventedArticle } from "./support/invented-article.ts";
import { seededRandom } from "./support/random.ts";
import {
  inventSignatures,
  type SignedArticle,
  writeSignatures,
} from "./support/signature-corpus.ts";

const SIZES = [1_000, 10_000, 100_000] as const;
const COPIES = 10_000;
const PROBES = 200;
const WARM_UP = 20;

/**
 * The look-up of texts nearly the same as one, while a project grows from 1,000 to 100,000 articles
 * right after they were written (no ANALYZE: the planner knows nothing of them), against as many bare
 * look-ups by primary key in the same database. In the end 10,000 copies of one text come besides. And
 * the making of a signature, against dividing the same text into words.
 */
export default async function findNearDuplicates(): Promise<BenchmarkRow[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), "onrecord-"));
  const database = await openDatabase({
    env: { dataFolder, databaseUrl: null },
    purpose: "command",
  });
  const client = new pg.Client({ connectionString: database.url });
  const db = makeClient(database.url);
  try {
    await client.connect();
    const ctx: Context = { actor: { kind: "operator" }, db, now: new Date() };
    return [...(await lookUps(ctx, client)), signing()];
  } finally {
    await client.end();
    await db.$disconnect();
    await database.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function lookUps(ctx: Context, client: pg.Client): Promise<BenchmarkRow[]> {
  const { id: projectId } = await makeProject(ctx.db);
  const signatures = inventSignatures(1, SIZES.at(-1) ?? 0);
  const articles: SignedArticle[] = [];
  const rows: BenchmarkRow[] = [];
  for (const size of SIZES) {
    const more = signatures.slice(articles.length, size);
    for (const one of await writeSignatures(client, projectId, more)) articles.push(one);
    rows.push(
      await measure(ctx, client, projectId, articles, {
        name: `near-duplicates of one text among ${size.toLocaleString("en")} articles`,
        probe: (random) => articles[random.whole(articles.length)],
      }),
    );
  }
  const copied = signatures[0];
  const copies = copied ? Array.from({ length: COPIES }, () => copied) : [];
  const written = await writeSignatures(client, projectId, copies);
  rows.push(
    await measure(ctx, client, projectId, articles, {
      name: `the same, of a text that ${COPIES.toLocaleString("en")} more articles have`,
      probe: (random) => written[random.whole(written.length)],
    }),
  );
  return rows;
}

async function measure(
  ctx: Context,
  client: pg.Client,
  projectId: string,
  articles: readonly SignedArticle[],
  given: {
    name: string;
    probe: (random: ReturnType<typeof seededRandom>) => SignedArticle | undefined;
  },
): Promise<BenchmarkRow> {
  const random = seededRandom(articles.length);
  const [values, peerValues]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + PROBES; round++) {
    const article = given.probe(random);
    if (!article) throw new Error("There is nothing to look for.");
    const keys = Array.from(
      { length: MINHASH.bands },
      () => articles[random.whole(articles.length)]?.revisionId,
    );
    const ours = await timed(() => lookUp(ctx, projectId, article));
    const peer = await timed(() =>
      client.query(
        `SELECT "revision_id", "minima", "shingles" FROM "revision_signature" WHERE "revision_id" = ANY($1::uuid[])`,
        [keys],
      ),
    );
    if (round < WARM_UP) continue;
    values.push(ours);
    peerValues.push(peer);
  }
  return compared({
    name: given.name,
    unit: "ms",
    isRate: false,
    values,
    peer: `${MINHASH.bands} look-ups by primary key`,
    peerValues,
  });
}

async function lookUp(ctx: Context, projectId: string, { id, signature }: SignedArticle) {
  const candidates = await findCandidates(ctx, projectId, id, signature);
  return candidates.filter((each) => judgeLikeness(signature, each.signature) !== null);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function signing(): BenchmarkRow {
  const [values, peerValues]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + PROBES; round++) {
    const { text } = inventedArticle(round, 3_000, 0);
    const began = performance.now();
    minhash(text);
    const between = performance.now();
    wordsOf(text);
    if (round < WARM_UP) continue;
    values.push(between - began);
    peerValues.push(performance.now() - between);
  }
  return compared({
    name: "sign an article of 3,000 words",
    unit: "ms",
    isRate: false,
    values,
    peer: "divide it into words",
    peerValues,
  });
}
