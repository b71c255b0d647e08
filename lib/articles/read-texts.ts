import type { Context } from "#lib/context.ts";

export type ArticleText = { id: string; title: string; revision: number; text: string };

/** Texts are fetched together until they hold this many characters. */
const BATCH_LENGTH = 2_000_000;
const LIST_LENGTH = 1_000;

/**
 * The current texts of a project's articles, merged ones aside, by id, from one article on (that one included). No more
 * than a few megabytes are held at a time, however many there are; one long text comes alone.
 * Whether the actor may read them is for the caller to say.
 */
export async function* readTexts(
  ctx: Context,
  projectId: string,
  fromId: string | null,
): AsyncGenerator<ArticleText> {
  let from = fromId ?? "00000000-0000-0000-0000-000000000000";
  let isFirst = true;
  for (;;) {
    const list = await ctx.db.$queryRaw<{ id: string; length: number }[]>`
      SELECT a."id", r."length" FROM "article" a
      JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
      WHERE a."project_id" = ${projectId}::uuid AND a."merged_into_id" IS NULL
        AND (a."id" > ${from}::uuid OR (${isFirst} AND a."id" = ${from}::uuid))
      ORDER BY a."id" LIMIT ${LIST_LENGTH}`;
    for (const ids of batches(list)) {
      yield* await ctx.db.$queryRaw<ArticleText[]>`
        SELECT a."id", a."title", r."number" AS "revision", r."text" FROM "article" a
        JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
        WHERE a."id" = ANY(${ids}::uuid[]) ORDER BY a."id"`;
    }
    const last = list.at(-1);
    if (!last || list.length < LIST_LENGTH) return;
    from = last.id;
    isFirst = false;
  }
}

/** Ids in order, together as long as their texts stay under the batch's length. */
export function batches(
  list: readonly { id: string; length: number }[],
  most = BATCH_LENGTH,
): string[][] {
  const result: string[][] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const { id, length } of list) {
    if (held + length > most) {
      result.push([]);
      held = 0;
    }
    result.at(-1)?.push(id);
    held += length;
  }
  return result;
}
