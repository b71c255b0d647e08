import type { Context } from "#lib/context.ts";
import { bandsOf, minhash, minimaToBytes } from "#lib/text/minhash.ts";
import { bodyText, type StoredBlock } from "./body-text.ts";

/**
 * Write down by what a revision's own text is found among texts like it, in place of what stood there.
 * Bands are kept for an article's newest revision only. Called in a transaction.
 */
export async function saveSignature(
  ctx: Context,
  revision: { articleId: string; projectId: string; revisionId: string; bodyText: string },
): Promise<void> {
  const { projectId, revisionId } = revision;
  const signature = minhash(revision.bodyText);
  // Two who sign one revision at once follow one another here.
  await ctx.db.$executeRaw`
    INSERT INTO "revision_signature" ("revision_id", "project_id", "minima", "shingles")
    VALUES (${revisionId}::uuid, ${projectId}::uuid, ${minimaToBytes(signature.minima)}, ${signature.shingles})
    ON CONFLICT ("revision_id") DO UPDATE SET
      "minima" = EXCLUDED."minima", "shingles" = EXCLUDED."shingles", "compared_at" = NULL`;
  await writeBands(ctx, revision, bandsOf(signature));
}

/** Bands in place of those that any revision of the article had; none where it is merged into another. */
export async function writeBands(
  ctx: Context,
  revision: { articleId: string; projectId: string; revisionId: string },
  bands: readonly number[],
): Promise<void> {
  const { articleId, projectId, revisionId } = revision;
  await ctx.db.$executeRaw`
    WITH wanted AS (
      SELECT b.band - 1 AS band, b.hash FROM unnest(${[...bands]}::int[]) WITH ORDINALITY AS b (hash, band)
      WHERE (SELECT a."merged_into_id" FROM "article" a WHERE a."id" = ${articleId}::uuid) IS NULL
    ), gone AS (
      DELETE FROM "signature_band" b USING "revision" r
      WHERE r."article_id" = ${articleId}::uuid AND b."revision_id" = r."id" AND NOT (
        r."id" = ${revisionId}::uuid AND EXISTS (SELECT 1 FROM wanted w WHERE w.band = b."band" AND w.hash = b."hash"))
    )
    INSERT INTO "signature_band" ("project_id", "band", "hash", "revision_id")
    SELECT ${projectId}::uuid, w.band, w.hash, ${revisionId}::uuid FROM wanted w
    ON CONFLICT DO NOTHING`;
}

/** The same for a revision whose text and blocks are read from the database: an older one, or a corrected one. */
export async function signRevision(
  ctx: Context,
  revision: { articleId: string; projectId: string; revisionId: string },
): Promise<void> {
  const [row] = await ctx.db.$queryRaw<{ text: string; blocks: StoredBlock[] }[]>`
    SELECT r."text",
      coalesce((SELECT json_agg(json_build_object('kind', b."kind", 'boilerplate', b."boilerplate",
                                                  'start', b."start", 'end', b."end") ORDER BY b."index")
                FROM "block" b WHERE b."revision_id" = r."id"), '[]') AS "blocks"
    FROM "revision" r WHERE r."id" = ${revision.revisionId}::uuid`;
  if (row) await saveSignature(ctx, { ...revision, bodyText: bodyText(row.text, row.blocks) });
}
