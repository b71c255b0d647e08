import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { v7 as uuidv7 } from "uuid";
import { bandsOf, MINHASH, minimaToBytes, type Signature } from "#lib/text/minhash.ts";
import { type Random, seededRandom } from "./random.ts";

const ROWS = MINHASH.bands * MINHASH.rows;

/** An article of which nothing but its signature is real. */
export type SignedArticle = { id: string; revisionId: string; signature: Signature };

/**
 * So many signatures as texts of one language have them: two minima in a hundred are those of phrases
 * that stand everywhere, and every tenth text is a copy of an earlier one, of which 85 minima in a
 * hundred are the same.
 */
export function inventSignatures(seed: number, count: number): Signature[] {
  const random = seededRandom(seed);
  const made: Signature[] = [];
  while (made.length < count) {
    const earlier =
      made.length > 0 && made.length % 10 === 0 ? made[random.whole(made.length)] : null;
    made.push({
      minima: Uint32Array.from({ length: ROWS }, (_, row) => minimum(random, row, earlier ?? null)),
      shingles: 300 + random.whole(900),
    });
  }
  return made;
}

function minimum(random: Random, row: number, earlier: Signature | null): number {
  if (earlier && random.whole(100) < 85) return earlier.minima[row] ?? 0;
  return random.whole(100) < 2 ? row : random.whole(2 ** 32 - 1);
}

/**
 * Write articles of such signatures by COPY: for what is measured afterwards. The text of each is its
 * own id.
 */
export async function writeSignatures(
  client: pg.Client,
  projectId: string,
  signatures: readonly Signature[],
): Promise<SignedArticle[]> {
  const articles = signatures.map((signature) => ({
    id: uuidv7(),
    revisionId: uuidv7(),
    signature,
  }));
  const original = createHash("sha256").update("").digest("hex");
  await client.query(
    `INSERT INTO "original" ("hash", "bytes") VALUES ($1, '') ON CONFLICT DO NOTHING`,
    [original],
  );
  await copy(
    client,
    `"article" ("id", "project_id", "title", "media_type")`,
    articles,
    ({ id }) => [[id, projectId, `Article ${id}`, "text/plain"]],
  );
  await copy(
    client,
    `"revision" ("id", "article_id", "project_id", "number", "text", "hash", "length", "original_hash", "encoding", "origin_kind")`,
    articles,
    ({ id, revisionId }) => {
      const hash = createHash("sha256").update(id).digest("hex");
      return [[revisionId, id, projectId, 1, id, hash, id.length, original, "utf-8", "file"]];
    },
  );
  await copy(
    client,
    `"revision_signature" ("revision_id", "project_id", "minima", "shingles")`,
    articles,
    ({ revisionId, signature }) => [
      [
        revisionId,
        projectId,
        `\\\\x${Buffer.from(minimaToBytes(signature.minima)).toString("hex")}`,
        signature.shingles,
      ],
    ],
  );
  await copy(
    client,
    `"signature_band" ("project_id", "band", "hash", "revision_id")`,
    articles,
    ({ revisionId, signature }) =>
      bandsOf(signature).map((hash, band) => [projectId, band, hash, revisionId]),
  );
  return articles;
}

async function copy(
  client: pg.Client,
  into: string,
  articles: readonly SignedArticle[],
  rowsOf: (article: SignedArticle) => (string | number)[][],
): Promise<void> {
  function* lines() {
    for (const article of articles) {
      yield rowsOf(article)
        .map((row) => `${row.join("\t")}\n`)
        .join("");
    }
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom(`COPY ${into} FROM STDIN`)));
}
