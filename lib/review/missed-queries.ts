import { authorize, requireUser } from "#lib/access/permissions.ts";
import { visibleArticles } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { MISSED_SELECT, missedOf } from "./missed-row.ts";
import type { MissedPassage } from "./model.ts";

/** The missed passage, or not-found when the caller may not see its article. */
export async function getMissedPassage(ctx: Context, id: string): Promise<MissedPassage> {
  const missed = await findMissedPassage(ctx, id);
  if (missed === null) throw notFound("missed passage");
  return missed;
}

/** The same, or null. */
export async function findMissedPassage(ctx: Context, id: string): Promise<MissedPassage | null> {
  const row = await ctx.db.missedPassage.findFirst({
    where: { AND: [{ id }, { article: visibleArticles(ctx.actor) }] },
    select: MISSED_SELECT,
  });
  return row === null ? null : missedOf(row);
}

/** What reviewers pointed out in an article, by id. */
export async function listMissedPassages(
  ctx: Context,
  articleId: string,
  page: { after?: string | undefined; limit: number },
): Promise<{ items: MissedPassage[]; next: string | null }> {
  const rows = await ctx.db.missedPassage.findMany({
    where: {
      AND: [
        { articleId, article: visibleArticles(ctx.actor) },
        page.after === undefined ? {} : { id: { gt: page.after } },
      ],
    },
    select: MISSED_SELECT,
    orderBy: { id: "asc" },
    take: page.limit + 1,
  });
  const items = rows.slice(0, page.limit).map(missedOf);
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}

/** What was pointed out to the caller in a project and waits for their answer, the oldest first. */
export async function listMissedForMe(ctx: Context, projectId: string): Promise<MissedPassage[]> {
  authorize(ctx.actor, "annotation.read", { projectId });
  const rows = await ctx.db.missedPassage.findMany({
    where: { projectId, annotatorId: requireUser(ctx.actor).userId, answeredAt: null },
    select: MISSED_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(missedOf);
}
