import { authorize, requireUser } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { AuditEvent } from "#lib/audit/audit-event.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRow, type Reading } from "#lib/db/reading.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { WorkState } from "./model.ts";
import { getArticleSummary } from "./queries.ts";
import { followWork, type WorkStep } from "./work-steps.ts";

export type Work = { articleId: string; state: WorkState };

/** Say how far one's own work on an article is. A repeated request changes nothing. */
export function putWork(ctx: Context, articleId: string, step: WorkStep): Promise<Work> {
  return inTransaction(ctx, async (ctx) => {
    const article = await getArticleSummary(ctx, articleId);
    authorize(ctx.actor, "work.write", article);
    const { userId } = requireUser(ctx.actor);
    const before = await getWork(ctx, articleId, userId);
    const state = followWork(before, step);
    if (state === "done") return { articleId, state: before };
    if (state === null) throw new DomainError("state", REFUSED[step]);
    await ctx.db.work.upsert({
      where: { articleId_userId: { articleId, userId } },
      create: { articleId, userId, state, updatedAt: ctx.now },
      update: { state, updatedAt: ctx.now },
    });
    await record(ctx, workMoved({ articleId, projectId: article.projectId }, before, state));
    return { articleId, state };
  });
}

/** Note that the caller works on an article, as their first mark in it shows. */
export async function beginWork(
  ctx: Context,
  article: { articleId: string; projectId: string },
): Promise<void> {
  const { userId } = requireUser(ctx.actor);
  const { articleId } = article;
  const { count } = await ctx.db.work.createMany({
    data: [{ articleId, userId, state: "begun", updatedAt: ctx.now }],
    skipDuplicates: true,
  });
  if (count === 1) await record(ctx, workMoved(article, "not-begun", "begun"));
}

/** How far a person's work on an article is. */
export function getWork(ctx: Context, articleId: string, userId: string): Promise<WorkState> {
  return readAlone(ctx.db, workReading(articleId, userId));
}

/** The same, to be read together with more. */
export function workReading(articleId: string, userId: string): Reading<WorkState> {
  return readingOfRow<{ state: string }, WorkState>(
    Prisma.sql`SELECT "state" FROM "work"
      WHERE "article_id" = ${articleId}::uuid AND "user_id" = ${userId}::uuid`,
    (row) => (row === null ? "not-begun" : WorkState.parse(row.state)),
  );
}

const REFUSED = {
  begun: "Your work on this article is finished. Reopen it to go on.",
  finished: "This work cannot be finished now.",
  reopened: "Only finished work can be reopened.",
} as const satisfies Record<WorkStep, string>;

function workMoved(
  { articleId, projectId }: { articleId: string; projectId: string },
  before: WorkState,
  after: WorkState,
): AuditEvent {
  return {
    projectId,
    type: `work.${after}`,
    subject: { type: "article", id: articleId },
    before: { state: before },
    after: { state: after },
  };
}
