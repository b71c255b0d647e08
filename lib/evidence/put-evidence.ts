import { authorize, requireUser } from "#lib/access/permissions.ts";
import { visibleEvidence } from "#lib/access/visibility.ts";
import { getAnnotation } from "#lib/annotations/queries.ts";
import { fitPassage } from "#lib/articles/fit-passage.ts";
import { record } from "#lib/audit/record.ts";
import { actorId, type Context } from "#lib/context.ts";
import { isCheckViolation, isUniqueViolation } from "#lib/db/conflicts.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransactionOrAgain } from "#lib/transaction.ts";
import { evidenceWritten } from "./events.ts";
import { EVIDENCE_SELECT, evidenceOf } from "./evidence-row.ts";
import type { Evidence, EvidenceInput } from "./model.ts";
import { getEvidence } from "./queries.ts";
import { sameEvidence, viewersOf } from "./same-evidence.ts";

export type PutEvidence = { evidence: Evidence; isNew: boolean };

/**
 * Put something that bears on an annotation beside it, or change what one has put there. The client
 * chooses the id; repeating the request changes nothing. A passage is words of an article of the same
 * project. Refused: words that do not stand there, viewers who are not in the project, a withdrawn
 * annotation.
 */
export function putEvidence(
  ctx: Context,
  id: string,
  input: EvidenceInput,
  expected: number | null,
): Promise<PutEvidence> {
  // The same id, or a new revision, may be written at this very moment.
  return inTransactionOrAgain(
    ctx,
    (ctx) => write(ctx, id, input, expected),
    (error) => isUniqueViolation(error) || isCheckViolation(error, "evidence_revision"),
  );
}

async function write(
  ctx: Context,
  id: string,
  input: EvidenceInput,
  expected: number | null,
): Promise<PutEvidence> {
  const before = await findForWriting(ctx, id);
  if (before !== null && sameEvidence(before, input)) return { evidence: before, isNew: false };
  if (before !== null) refuseChange(ctx, before, input, expected);
  // Held until we are done, so that it is not withdrawn meanwhile.
  await ctx.db
    .$queryRaw`SELECT 1 FROM "annotation" WHERE "id" = ${input.annotationId}::uuid FOR SHARE`;
  const annotation = await getAnnotation(ctx, input.annotationId);
  const { projectId } = annotation;
  authorize(ctx.actor, "evidence.write", annotation);
  if (annotation.state === "withdrawn") {
    throw new DomainError(
      "state",
      "This annotation is withdrawn. Its author can bring it back first.",
    );
  }
  const { userId } = requireUser(ctx.actor);
  const viewers = viewersOf(input, userId);
  await refuseStrangers(ctx, projectId, viewers, input.viewers);
  const columns = { ...(await columnsOf(ctx, input, projectId)), updatedAt: ctx.now };
  if (before === null) {
    const made = {
      id,
      projectId,
      annotationId: input.annotationId,
      authorId: userId,
      version: 1,
      createdAt: ctx.now,
    };
    await ctx.db.evidence.createMany({ data: [{ ...made, ...columns }] });
  } else {
    const { count } = await ctx.db.evidence.updateMany({
      where: { id, version: before.version },
      data: { ...columns, version: before.version + 1 },
    });
    if (count === 0) throw stale(await getEvidence(ctx, id));
    await ctx.db.evidenceViewer.deleteMany({ where: { evidenceId: id } });
    await settleCarries(ctx, before, columns);
  }
  await ctx.db.evidenceViewer.createMany({
    data: viewers.map((viewer) => ({ evidenceId: id, userId: viewer })),
  });
  const evidence = await getEvidence(ctx, id);
  await record(ctx, evidenceWritten(before, evidence));
  return { evidence, isNew: before === null };
}

/** A passage that was pointed to anew, or given up, no longer waits to find its words. */
async function settleCarries(
  ctx: Context,
  before: Evidence,
  after: { revision?: number | null },
): Promise<void> {
  if (before.kind !== "passage" || before.revision === after.revision) return;
  await ctx.db.carry.updateMany({
    where: { evidenceId: before.id, settledAt: null, status: { in: ["changed", "lost"] } },
    data: { settlement: "marked", settledAt: ctx.now, settledById: actorId(ctx.actor) },
  });
}

/** An item that the caller may not see does not exist for them, also where they would write one. */
async function findForWriting(ctx: Context, id: string): Promise<Evidence | null> {
  const row = await ctx.db.evidence.findUnique({ where: { id }, select: EVIDENCE_SELECT });
  if (row === null) return null;
  const seen = await ctx.db.evidence.count({
    where: { AND: [{ id }, visibleEvidence(ctx.actor)] },
  });
  if (seen === 0) throw notFound("evidence");
  authorize(ctx.actor, "evidence.write", row);
  return evidenceOf(row);
}

function refuseChange(
  ctx: Context,
  before: Evidence,
  input: EvidenceInput,
  expected: number | null,
): void {
  if (before.author.id !== requireUser(ctx.actor).userId) {
    throw new DomainError("forbidden", `Only ${before.author.name}, who added this, changes it.`);
  }
  if (before.annotationId !== input.annotationId) {
    throw new DomainError("state", "Evidence stays on the annotation to which it was added.");
  }
  if (expected === null) {
    throw new DomainError(
      "version-needed",
      `Say which version you change, with If-Match: "VERSION".`,
    );
  }
  if (expected !== before.version) throw stale(before);
}

async function refuseStrangers(
  ctx: Context,
  projectId: string,
  viewers: readonly string[],
  sent: readonly string[],
): Promise<void> {
  if (viewers.length === 0) return;
  const members = await ctx.db.member.findMany({
    where: { projectId, userId: { in: [...viewers] }, revokedAt: null },
    select: { userId: true },
  });
  const known = new Set(members.map(({ userId }) => userId));
  const strangers = viewers.filter((id) => !known.has(id));
  if (strangers.length === 0) return;
  const message = "This person is not in the project.";
  throw new DomainError("invalid", message, {
    fields: Object.fromEntries(strangers.map((id) => [`viewers.${sent.indexOf(id)}`, message])),
  });
}

/** Every kind fills its own columns and empties the others'. */
async function columnsOf(ctx: Context, input: EvidenceInput, projectId: string) {
  const { kind, stance, reason, confidential } = input;
  const none = {
    articleId: null,
    revisionId: null,
    revision: null,
    start: null,
    end: null,
    exact: null,
  };
  const every = {
    kind,
    stance,
    reason,
    confidential,
    ...none,
    url: null,
    quotation: null,
    note: null,
  };
  if (input.kind === "note") return { ...every, note: input.note };
  if (input.kind === "web") return { ...every, url: input.url, quotation: input.quotation || null };
  const passage = await fitPassage(ctx, input, (article) => {
    authorize(ctx.actor, "article.read", article);
    if (article.projectId !== projectId) throw notFound("article");
  });
  const { articleId, revisionId, revision, start, end, exact } = passage;
  return { ...every, articleId, revisionId, revision, start, end, exact };
}

function stale(current: Evidence): DomainError {
  return new DomainError("stale", "This has been changed since you saw it.", {
    detail: { current },
  });
}
