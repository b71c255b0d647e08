import { authorize, requireUser } from "#lib/access/permissions.ts";
import { fitPassage } from "#lib/articles/fit-passage.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransactionOrAgain } from "#lib/transaction.ts";
import { missedPassageChanged } from "./events.ts";
import { findMissedPassage, getMissedPassage } from "./missed-queries.ts";
import type { MissedPassage, MissedPassageInput } from "./model.ts";

export type PutMissedPassage = { missed: MissedPassage; isNew: boolean };

/**
 * "You missed this": point an annotator to words of an article, or change what one has pointed out
 * while it is not answered. The client chooses the id; repeating the request changes nothing.
 */
export function putMissedPassage(
  ctx: Context,
  id: string,
  input: MissedPassageInput,
): Promise<PutMissedPassage> {
  // The same id may be written at this very moment.
  return inTransactionOrAgain(ctx, (ctx) => write(ctx, id, input));
}

async function write(
  ctx: Context,
  id: string,
  input: MissedPassageInput,
): Promise<PutMissedPassage> {
  await ctx.db.$queryRaw`SELECT 1 FROM "missed_passage" WHERE "id" = ${id}::uuid FOR UPDATE`;
  // In this order: the same request, arriving at this very moment, may be written between the two.
  const isTaken = (await ctx.db.missedPassage.count({ where: { id } })) > 0;
  const before = await findMissedPassage(ctx, id);
  if (before === null && isTaken) throw notFound("missed passage");
  const { articleId, ...passage } = await fitPassage(ctx, input, (article) =>
    authorize(ctx.actor, "missed.write", article),
  );
  const { projectId, revisionId, revision, start, end, exact } = passage;
  const { userId } = requireUser(ctx.actor);
  const comment = input.comment || null;
  if (before !== null) {
    if (isSame(before, { ...input, start, end, comment })) return { missed: before, isNew: false };
    refuseChange(before, input, userId);
  }
  await refuseStranger(ctx, projectId, input.annotatorId);
  const columns = {
    revisionId,
    revision,
    start,
    end,
    exact,
    comment,
    annotatorId: input.annotatorId,
  };
  if (before === null) {
    const made = { id, projectId, articleId, reviewerId: userId, createdAt: ctx.now };
    await ctx.db.missedPassage.createMany({ data: [{ ...made, ...columns }] });
  } else await ctx.db.missedPassage.updateMany({ where: { id }, data: columns });
  const missed = await getMissedPassage(ctx, id);
  await record(
    ctx,
    missedPassageChanged(before === null ? "missed.pointed-out" : "missed.changed", before, missed),
  );
  return { missed, isNew: before === null };
}

function isSame(before: MissedPassage, input: MissedPassageInput): boolean {
  return (
    before.articleId === input.articleId &&
    before.start === input.start &&
    before.end === input.end &&
    before.annotator.id === input.annotatorId &&
    before.comment === input.comment
  );
}

function refuseChange(before: MissedPassage, input: MissedPassageInput, userId: string): void {
  if (before.reviewer.id !== userId) {
    throw new DomainError(
      "forbidden",
      `Only ${before.reviewer.name}, who pointed this out, changes it.`,
    );
  }
  if (before.articleId !== input.articleId) {
    throw new DomainError("state", "This stays in the article in which it was pointed out.");
  }
  if (before.answeredAt !== null)
    throw new DomainError("state", `${before.annotator.name} has answered this already.`);
}

async function refuseStranger(ctx: Context, projectId: string, annotatorId: string): Promise<void> {
  const member = await ctx.db.member.findFirst({
    where: { projectId, userId: annotatorId, revokedAt: null, role: { not: "reader" } },
  });
  if (member !== null) return;
  const message = "This person does not annotate in the project.";
  throw new DomainError("invalid", message, { fields: { annotatorId: message } });
}
