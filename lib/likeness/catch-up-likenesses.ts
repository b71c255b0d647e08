import type { Context } from "#lib/context.ts";
import { noteLikenesses } from "./note-likenesses.ts";

/** How many articles were seen to, and whether more wait. */
export type CaughtUp = { articles: number; isDone: boolean };

/**
 * See to articles whose likenesses were never looked for: those from before there were signatures, those
 * of which a block was corrected, and those whose taking-in was broken off. At most `limit` in one go,
 * each in a transaction of its own, so that it may be stopped anywhere and called again. Of two alike,
 * whichever comes second finds the other. A job calls it, as the operator.
 */
export async function catchUpLikenesses(ctx: Context, limit = 500): Promise<CaughtUp> {
  const waiting = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT a."id"
    FROM "revision_signature" s
    JOIN "revision" r ON r."id" = s."revision_id"
    JOIN "article" a ON a."id" = r."article_id" AND a."revision" = r."number"
    WHERE s."compared_at" IS NULL AND a."merged_into_id" IS NULL
    ORDER BY a."id" LIMIT ${limit}`;
  for (const { id } of waiting) await noteLikenesses(ctx, id);
  return { articles: waiting.length, isDone: waiting.length < limit };
}
