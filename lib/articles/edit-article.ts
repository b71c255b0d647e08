import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { inTransaction } from "#lib/transaction.ts";
import { DETAIL_FIELDS as FIELDS } from "./details.ts";
import { articleEdited } from "./events.ts";
import type { ArticleDetails, ArticleSummary } from "./model.ts";
import { getArticleSummary } from "./queries.ts";

/**
 * Change what is known about an article besides its text. What is left out stays; null or nothing
 * but blanks clears it (a title cannot be cleared). The same again changes nothing and leaves no trace.
 */
export async function editArticle(
  ctx: Context,
  id: string,
  details: ArticleDetails,
): Promise<ArticleSummary> {
  return inTransaction(ctx, async (ctx) => {
    // Two who edit at once follow one another, or the second would put the first one's fields back.
    await ctx.db.$queryRaw`SELECT 1 FROM "article" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const { revisionId: _, ...before } = await getArticleSummary(ctx, id);
    authorize(ctx.actor, "article.edit", before);
    const after = { ...before };
    if (details.title !== undefined) after.title = details.title;
    for (const field of FIELDS.slice(1) as Exclude<(typeof FIELDS)[number], "title">[]) {
      if (details[field] !== undefined) after[field] = details[field] || null;
    }
    if (FIELDS.every((field) => before[field] === after[field])) return before;
    const { title, url, publisher, byline, published, language } = after;
    // What a person said stays when the article gets a new revision.
    const said = FIELDS.filter((field) => before[field] !== after[field]);
    await ctx.db.$executeRaw`
      UPDATE "article" SET "title" = ${title}, "url" = ${url}, "publisher" = ${publisher}, "byline" = ${byline},
             "published" = ${published}, "language" = ${language},
             "details_from" = "details_from" || ${JSON.stringify(Object.fromEntries(said.map((field) => [field, "person"])))}::jsonb
       WHERE "id" = ${id}::uuid`;
    await record(ctx, articleEdited(before, after));
    return after;
  });
}
