import type { Context } from "#lib/context.ts";
import { bandsOf, minimaFromBytes, type Signature } from "#lib/text/minhash.ts";

/** Another article's current text that shares a band. */
export type Candidate = { articleId: string; createdAt: Date; signature: Signature };

/** A band that more texts share is read no further than to the oldest of them. */
const IN_A_BAND = 100;
const MOST_CANDIDATES = 50;

/**
 * Articles of a project whose current text shares a band with a signature, those with most bands first
 * and older ones before newer ones: at most fifty, so that ten thousand copies of one text cost no more
 * than fifty. Merged ones and the article itself are left out. One statement, and one look into the
 * index for each band however many articles there are.
 */
export async function findCandidates(
  ctx: Context,
  projectId: string,
  articleId: string,
  signature: Signature,
): Promise<Candidate[]> {
  const rows = await ctx.db.$queryRaw<CandidateRow[]>`
    SELECT a."id" AS "articleId", a."created_at" AS "createdAt", s."minima", s."shingles"
    FROM (
      SELECT c."revision_id", count(*) AS shared
      FROM unnest(${bandsOf(signature)}::int[]) WITH ORDINALITY AS q (hash, band)
      CROSS JOIN LATERAL (
        SELECT b."revision_id" FROM "signature_band" b
        WHERE b."project_id" = ${projectId}::uuid AND b."band" = q.band - 1 AND b."hash" = q.hash
        ORDER BY b."revision_id" LIMIT ${IN_A_BAND}
      ) c
      GROUP BY c."revision_id" ORDER BY shared DESC, c."revision_id" LIMIT ${MOST_CANDIDATES + 1}
    ) found
    JOIN "revision_signature" s ON s."revision_id" = found."revision_id"
    JOIN "revision" r ON r."id" = found."revision_id"
    JOIN "article" a ON a."id" = r."article_id" AND a."revision" = r."number"
    WHERE a."merged_into_id" IS NULL AND a."id" <> ${articleId}::uuid
    ORDER BY found.shared DESC, found."revision_id"`;
  return rows.map(candidateOf);
}

/** Articles by id, with the signatures of their current texts; those without one are missing. */
export async function readSignatures(
  ctx: Context,
  articleIds: readonly string[],
): Promise<Candidate[]> {
  if (articleIds.length === 0) return [];
  const rows = await ctx.db.$queryRaw<CandidateRow[]>`
    SELECT a."id" AS "articleId", a."created_at" AS "createdAt", s."minima", s."shingles"
    FROM "article" a
    JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
    JOIN "revision_signature" s ON s."revision_id" = r."id"
    WHERE a."id" = ANY(${[...articleIds]}::uuid[]) AND s."shingles" >= 0`;
  return rows.map(candidateOf);
}

type CandidateRow = { articleId: string; createdAt: Date; minima: Uint8Array; shingles: number };

function candidateOf({ minima, shingles, ...row }: CandidateRow): Candidate {
  return { ...row, signature: { minima: minimaFromBytes(minima), shingles } };
}
