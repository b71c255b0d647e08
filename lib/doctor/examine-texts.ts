import type { Context } from "#lib/context.ts";
import { textHash } from "#lib/text/hash.ts";
import { offsetMap, type OffsetMap } from "#lib/text/offsets.ts";
import { isInk } from "#lib/text/span.ts";
import type { Problem } from "./examine.ts";

type Tell = (problem: Problem) => void;
type Quotation = { what: string; id: string; start: number; end: number; exact: string };
type Stretch = { start: number; end: number };

const PAGE_LENGTH = 1_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Every revision's text against its hash, its length, its chunks and its blocks, and every quotation
 * against the text; all counted here, and not by the database that holds them.
 */
export async function examineTexts(ctx: Context, tell: Tell): Promise<void> {
  for (let from = FIRST; ;) {
    const ids = await ctx.db.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "revision" WHERE "id" > ${from}::uuid ORDER BY "id" LIMIT ${PAGE_LENGTH}`;
    for (const { id } of ids) await examineText(ctx, id, tell);
    const last = ids.at(-1);
    if (!last || ids.length < PAGE_LENGTH) return;
    from = last.id;
  }
}

async function examineText(ctx: Context, id: string, tell: Tell): Promise<void> {
  const { text, hash, length } = await ctx.db.revision.findUniqueOrThrow({
    where: { id },
    select: { text: true, hash: true, length: true },
  });
  const say = (message: string) => tell({ what: "revision", id, message });
  const map = offsetMap(text);
  if (textHash(text) !== hash) say("Its text is not the one that its hash names.");
  if (map.lengthCodePoints !== length)
    say(`It says ${length} characters and has ${map.lengthCodePoints}.`);
  if (!isCanonical(text)) say("Its text is not canonical.");
  if ((await chunked(ctx, id)) !== hash)
    say("The chunks that quotations are checked against do not add up to its text.");
  examineBlocks(await blocksOf(ctx, id), text, map, say);
  for await (const quotation of quotationsOf(ctx, id)) examineQuotation(quotation, text, map, tell);
}

function isCanonical(text: string): boolean {
  return !/[\0\r]/.test(text) && text.normalize("NFC") === text;
}

/** Blocks lie in order, apart, inside the text, and cover all but white space. */
function examineBlocks(
  blocks: readonly Stretch[],
  text: string,
  map: OffsetMap,
  say: (message: string) => void,
): void {
  let covered = 0;
  for (const [index, { start, end }] of blocks.entries()) {
    if (start < covered || end <= start || end > map.lengthCodePoints) {
      say(
        `Its block ${index} (${start}–${end}) overlaps another, is out of order, or lies outside the text.`,
      );
      return;
    }
    if (isInk(text.slice(map.toUtf16(covered), map.toUtf16(start))))
      say(`No block covers the words before ${start}.`);
    covered = end;
  }
  if (isInk(text.slice(map.toUtf16(covered)))) say(`No block covers the words after ${covered}.`);
}

function examineQuotation(
  { what, id, start, end, exact }: Quotation,
  text: string,
  map: OffsetMap,
  tell: Tell,
): void {
  const isInside = start >= 0 && end > start && end <= map.lengthCodePoints;
  if (isInside && text.slice(map.toUtf16(start), map.toUtf16(end)) === exact) return;
  tell({ what, id, message: `Its words do not stand at ${start}–${end} of its text.` });
}

async function chunked(ctx: Context, revisionId: string): Promise<string> {
  const [row] = await ctx.db.$queryRaw<{ hash: string }[]>`
    SELECT encode(sha256(convert_to(coalesce(string_agg("text", '' ORDER BY "index"), ''), 'UTF8')), 'hex') AS "hash"
    FROM "revision_chunk" WHERE "revision_id" = ${revisionId}::uuid`;
  return row?.hash ?? "";
}

async function blocksOf(ctx: Context, revisionId: string): Promise<Stretch[]> {
  return ctx.db.block.findMany({
    where: { revisionId },
    select: { start: true, end: true },
    orderBy: { index: "asc" },
  });
}

/** Words of annotations, of evidence and of missed passages in one revision. */
async function* quotationsOf(ctx: Context, revisionId: string): AsyncGenerator<Quotation> {
  for (let after = FIRST; ;) {
    const rows = await ctx.db.$queryRaw<(Quotation & { row: string })[]>`
      SELECT * FROM (
        SELECT s."id" AS "row", 'annotation' AS "what", n."id", s."start", s."end", s."exact"
        FROM "segment" s JOIN "annotation" n ON n."id" = s."annotation_id" WHERE n."revision_id" = ${revisionId}::uuid
        UNION ALL
        SELECT e."id", 'evidence', e."id", e."start", e."end", e."exact"
        FROM "evidence" e WHERE e."revision_id" = ${revisionId}::uuid
        UNION ALL
        SELECT m."id", 'missed passage', m."id", m."start", m."end", m."exact"
        FROM "missed_passage" m WHERE m."revision_id" = ${revisionId}::uuid
      ) q WHERE q."row" > ${after}::uuid ORDER BY q."row" LIMIT ${PAGE_LENGTH}`;
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_LENGTH) return;
    after = last.row;
  }
}
