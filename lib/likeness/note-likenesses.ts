import { v7 } from "uuid";
import { authorize } from "#lib/access/permissions.ts";
import { signRevision } from "#lib/articles/save-signature.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { likenessesFound } from "./events.ts";
import { findCandidates, readSignatures, type Candidate } from "./find-candidates.ts";
import { judgeLikeness } from "./judge-likeness.ts";
import type { Likeness } from "./model.ts";
import { listLikenessesOf } from "./queries.ts";

/** Of an article with more copies than these, the nearest are noted. */
const MOST_NOTED = 10;

/**
 * Look for articles of the project that are nearly the same text as this one's current text, and note
 * those that are, each pair once. What nobody has decided and no longer holds goes away; what somebody
 * decided stays. Call it after every article and every revision that is saved, in that transaction or
 * behind it; what is missed there is made up for by catchUpLikenesses(). Answers with the article's
 * likenesses that wait for a decision, the nearest first.
 */
export async function noteLikenesses(ctx: Context, articleId: string): Promise<Likeness[]> {
  return inTransaction(ctx, async (ctx) => {
    const article = await holdArticle(ctx, articleId);
    authorize(ctx.actor, "article.add", article);
    if (article.mergedIntoId !== null) return [];
    const own = (await readSignatures(ctx, [articleId]))[0] ?? (await signNow(ctx, article));
    const found = await findNear(ctx, article, own);
    const noted = await readNoted(ctx, articleId);
    await ctx.db.revisionSignature.updateMany({
      where: { revisionId: article.revisionId },
      data: { comparedAt: ctx.now },
    });
    if (found.length === 0 && noted.length === 0) return [];
    await renew(ctx, article, own, noted);
    const news = await add(ctx, article, own, noted, found);
    if (news.length > 0) await record(ctx, likenessesFound(article, news));
    const all = await listLikenessesOf(ctx, articleId, { limit: 1_000 });
    return all.items
      .filter((each) => each.decision === null)
      .sort((a, b) => b.similarity - a.similarity);
  });
}

type Held = { id: string; projectId: string; mergedIntoId: string | null; revisionId: string };

/** Two that come into one project at once follow one another from here on, or neither would see the other. */
async function holdArticle(ctx: Context, id: string): Promise<Held> {
  const [article] = await ctx.db.$queryRaw<Held[]>`
    SELECT a."id", a."project_id" AS "projectId", a."merged_into_id" AS "mergedIntoId", r."id" AS "revisionId"
    FROM "article" a JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
    WHERE a."id" = ${id}::uuid`;
  if (!article) throw notFound("article");
  await ctx.db
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`likenesses ${article.projectId}`}, 0))`;
  return article;
}

/** An article from before there were signatures. */
async function signNow(ctx: Context, article: Held): Promise<Candidate> {
  await signRevision(ctx, { articleId: article.id, ...article });
  const [signed] = await readSignatures(ctx, [article.id]);
  if (!signed) throw notFound("article");
  return signed;
}

type Near = { articleId: string; createdAt: Date; similarity: number };

async function findNear(ctx: Context, article: Held, own: Candidate): Promise<Near[]> {
  const candidates = await findCandidates(ctx, article.projectId, article.id, own.signature);
  return judged(own, candidates)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, MOST_NOTED);
}

function judged(own: Candidate, others: readonly Candidate[]): Near[] {
  return others.flatMap(({ articleId, createdAt, signature }) => {
    const likeness = judgeLikeness(own.signature, signature);
    return likeness ? [{ articleId, createdAt, similarity: likeness.similarity }] : [];
  });
}

/** A pair that is written down already. */
type Noted = { id: string; otherId: string; decision: string | null; similarity: number };

async function readNoted(ctx: Context, articleId: string): Promise<Noted[]> {
  const rows = await ctx.db.likeness.findMany({
    where: { OR: [{ firstId: articleId }, { secondId: articleId }] },
    select: { id: true, firstId: true, secondId: true, decision: true, similarity: true },
  });
  return rows.map(({ firstId, secondId, ...row }) => ({
    ...row,
    otherId: firstId === articleId ? secondId : firstId,
  }));
}

/** How near the noted ones are by now; drops what no longer holds and nobody decided. */
async function renew(ctx: Context, article: Held, own: Candidate, noted: readonly Noted[]) {
  if (noted.length === 0) return;
  const others = await readSignatures(
    ctx,
    noted.map(({ otherId }) => otherId),
  );
  const near = new Map(judged(own, others).map((each) => [each.articleId, each.similarity]));
  await ctx.db.likeness.deleteMany({
    where: {
      id: { in: noted.filter(({ otherId }) => !near.has(otherId)).map(({ id }) => id) },
      decision: null,
      projectId: article.projectId,
    },
  });
  const changed = noted.flatMap(({ id, otherId, similarity: before }) => {
    const similarity = near.get(otherId) ?? before;
    return similarity === before ? [] : [{ id, similarity }];
  });
  await ctx.db.$executeRaw`
    UPDATE "likeness" l SET "similarity" = c.similarity
    FROM unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map((each) => each.similarity)}::float8[])
      AS c (id, similarity) WHERE l."id" = c.id`;
}

/** Notes those that are not noted yet, and answers with them. */
async function add(
  ctx: Context,
  article: Held,
  own: Candidate,
  noted: readonly Noted[],
  found: readonly Near[],
): Promise<Near[]> {
  const known = new Set(noted.map(({ otherId }) => otherId));
  const news = found.filter(({ articleId }) => !known.has(articleId));
  await ctx.db.likeness.createMany({
    data: news.map((other) => ({
      id: v7(),
      projectId: article.projectId,
      ...(isOlder(own, other)
        ? { firstId: article.id, secondId: other.articleId }
        : { firstId: other.articleId, secondId: article.id }),
      similarity: other.similarity,
      createdAt: ctx.now,
    })),
    skipDuplicates: true,
  });
  return news;
}

function isOlder(one: Near | Candidate, other: Near): boolean {
  const difference = one.createdAt.getTime() - other.createdAt.getTime();
  return difference === 0 ? one.articleId < other.articleId : difference < 0;
}
