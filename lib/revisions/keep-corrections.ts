import type { Context } from "#lib/context.ts";
import { offsetMap } from "#lib/text/offsets.ts";
import { foldTypography } from "#lib/text/reanchor/fold-typography.ts";

type Place = { revisionId: string; text: string };

/**
 * What a person said of a block holds for the same block in the new revision: one that reads the same
 * but for typography. Of several that read the same, the first stands for the first, and so on; where a
 * person said the same of all of them, it holds for every one.
 */
export async function keepCorrections(ctx: Context, before: Place, after: Place): Promise<number> {
  const old = await blocksOf(ctx, before);
  if (!old.some(({ correctedAt }) => correctedAt !== null)) return 0;
  const said = new Map<string, (typeof old)[number]>();
  const common = new Map<string, (typeof old)[number] | null>();
  for (const block of old) {
    said.set(`${block.nth} ${block.words}`, block);
    const other = common.get(block.words);
    const isAlike = other === undefined || sameWord(other, block);
    common.set(block.words, isAlike ? block : null);
  }
  const kept = (await blocksOf(ctx, after)).flatMap((block) => {
    const found = said.get(`${block.nth} ${block.words}`) ?? common.get(block.words);
    if (!found || found.correctedAt === null) return [];
    const { boilerplate, correctedById, correctedAt } = found;
    return [{ index: block.index, boilerplate, correctedById, correctedAt }];
  });
  if (kept.length === 0) return 0;
  return await ctx.db.$executeRaw`
    UPDATE "block" b SET "boilerplate" = k."boilerplate", "corrected_by_id" = k."correctedById", "corrected_at" = k."correctedAt"
      FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
        AS k ("index" int, "boilerplate" text, "correctedById" uuid, "correctedAt" timestamptz)
     WHERE b."revision_id" = ${after.revisionId}::uuid AND b."index" = k."index"`;
}

type Said = { boilerplate: string | null; correctedAt: Date | null };

function sameWord(one: Said | null, other: Said): boolean {
  return (
    one !== null &&
    one.boilerplate === other.boilerplate &&
    (one.correctedAt === null) === (other.correctedAt === null)
  );
}

/** The blocks with what they read, and the how-manieth each is that reads so. */
async function blocksOf(ctx: Context, { revisionId, text }: Place) {
  const rows = await ctx.db.block.findMany({ where: { revisionId }, orderBy: { index: "asc" } });
  const map = offsetMap(text);
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const words = foldTypography(
      text.slice(map.toUtf16(row.start), map.toUtf16(row.end)),
    ).text.trim();
    const nth = (counts.get(words) ?? 0) + 1;
    counts.set(words, nth);
    return { ...row, words, nth };
  });
}
