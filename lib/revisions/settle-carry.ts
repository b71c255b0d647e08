import { authorize, can, requireUser } from "#lib/access/permissions.ts";
import { checkContent } from "#lib/annotations/check-content.ts";
import { annotationWritten } from "#lib/annotations/events.ts";
import { fitContent, misfit } from "#lib/annotations/fit-content.ts";
import { holdAnnotation } from "#lib/annotations/queries.ts";
import { receivedAnnotation } from "#lib/annotations/stored-annotation.ts";
import { updateContent } from "#lib/annotations/write-content.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { evidenceWritten } from "#lib/evidence/events.ts";
import { getEvidence } from "#lib/evidence/queries.ts";
import { inTransactionOrAgain } from "#lib/transaction.ts";
import { carrySettled } from "./events.ts";
import type { Carry, CarriedSegment, SettleInput } from "./model.ts";
import { getCarry } from "./queries.ts";

/**
 * Deal with a mark that has not found its words in the new text: put it on the words that stand in their
 * place ("placed"), or leave it on the old revision for good ("left"). Its author may, and whoever
 * reviews; whoever places a mark has written its new words, so somebody else reviews them. The state
 * stays: what waits for review goes on waiting, with other words. Repeating the request changes nothing.
 *
 * Refused: what was dealt with otherwise, or overtaken by a newer revision; placing what is lost;
 * `expected` is the version of the mark that the caller has seen (null: none named).
 */
export function settleCarry(
  ctx: Context,
  id: string,
  { settlement }: SettleInput,
  expected: number | null,
): Promise<Carry> {
  // The author marked the same words at this very moment: asked again, that is found and told.
  return inTransactionOrAgain(ctx, (ctx) => settle(ctx, id, settlement, expected));
}

async function settle(
  ctx: Context,
  id: string,
  settlement: SettleInput["settlement"],
  expected: number | null,
): Promise<Carry> {
  const { articleId } = await getCarry(ctx, id);
  // First the article, as everybody does who makes a revision.
  await ctx.db.$queryRaw`SELECT 1 FROM "article" WHERE "id" = ${articleId}::uuid FOR KEY SHARE`;
  await ctx.db.$queryRaw`SELECT 1 FROM "carry" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const carry = await getCarry(ctx, id);
  authorize(ctx.actor, "carry.settle", carry);
  if (carry.annotation) return await settleAnnotation(ctx, carry, settlement, expected);
  return await settleEvidence(ctx, carry, settlement, expected);
}

type Stored = Carry & { projectId: string };
type Decision = SettleInput["settlement"];

async function settleAnnotation(
  ctx: Context,
  carry: Stored,
  settlement: Decision,
  expected: number | null,
): Promise<Carry> {
  const before = await holdAnnotation(ctx, carry.annotation?.id ?? "");
  refuseStranger(ctx, before, "annotation.review");
  if (isDone(carry, settlement)) return carry;
  if (expected !== null && expected !== before.version) {
    throw new DomainError("stale", "This annotation has been changed since you saw it.", {
      detail: { current: receivedAnnotation(before) },
    });
  }
  if (settlement === "placed") {
    if (before.state === "withdrawn" || before.state === "approved") {
      throw new DomainError(
        "state",
        `This annotation is ${before.state}: its words cannot be changed now.`,
      );
    }
    const segments = proposed(carry).map(({ role, start, end }) => ({ role, start, end }));
    const checked = checkContent({ ...before, segments });
    if ("fields" in checked) throw misfit(checked);
    const { id, articleId, author } = before;
    const asked = { id, articleId, authorId: author.id, content: checked.content };
    const { place, content } = await fitContent(
      ctx,
      { ...asked, revision: carry.revision },
      () => undefined,
    );
    const { revisionId, revision } = place;
    const after = await updateContent(ctx, before, {
      content,
      state: before.state,
      writerId: requireUser(ctx.actor).userId,
      revision: { revisionId, revision },
    });
    await record(ctx, annotationWritten(before, after));
  }
  return await close(ctx, carry, settlement, null);
}

async function settleEvidence(
  ctx: Context,
  carry: Stored,
  settlement: Decision,
  expected: number | null,
): Promise<Carry> {
  const id = carry.evidence?.id ?? "";
  await ctx.db.$queryRaw`SELECT 1 FROM "evidence" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const before = await getEvidence(ctx, id);
  refuseStranger(ctx, before, "evidence.delete-any");
  if (isDone(carry, settlement)) return carry;
  if (expected !== null && expected !== before.version) {
    throw new DomainError("stale", "This evidence has been changed since you saw it.", {
      detail: { current: before },
    });
  }
  if (settlement === "placed") {
    const [segment] = proposed(carry);
    const current = await ctx.db.revision.findUniqueOrThrow({
      where: { articleId_number: { articleId: carry.articleId, number: carry.revision } },
      select: { id: true, number: true },
    });
    const { start, end, exact } = segment ?? {};
    await ctx.db.evidence.updateMany({
      where: { id },
      data: {
        revisionId: current.id,
        revision: current.number,
        ...(start != null && end != null && exact != null && { start, end, exact }),
        version: before.version + 1,
        updatedAt: ctx.now,
      },
    });
    await record(ctx, evidenceWritten(before, await getEvidence(ctx, id)));
  }
  const { projectId, annotationId, author, viewers, confidential } = before;
  return await close(ctx, carry, settlement, {
    ...{ id, projectId, annotationId, viewers, confidential },
    authorId: author.id,
  });
}

function refuseStranger(
  ctx: Context,
  mark: { projectId: string; author: { id: string; name: string } },
  orWhoMay: "annotation.review" | "evidence.delete-any",
): void {
  const { userId } = requireUser(ctx.actor);
  if (mark.author.id === userId || can(ctx.actor, orWhoMay, mark.projectId)) return;
  throw new DomainError(
    "forbidden",
    `Only ${mark.author.name}, who made this, and those who ${orWhoMay === "annotation.review" ? "review" : "manage the project"} may decide this.`,
  );
}

/** True for a repeated request. */
function isDone(carry: Carry, settlement: Decision): boolean {
  if (carry.settlement === settlement) return true;
  if (carry.settlement !== null) {
    throw new DomainError("state", SENTENCES[carry.settlement], {
      detail: { settlement: carry.settlement },
    });
  }
  if (carry.status === "exact" || carry.status === "moved") {
    throw new DomainError("state", "This mark went along by itself: there is nothing to decide.");
  }
  if (settlement === "placed" && carry.status === "lost") {
    throw new DomainError(
      "state",
      "Its words are not in the new text, so it cannot be put there. Mark other words, or leave it on the old revision.",
    );
  }
  return false;
}

const SENTENCES = {
  placed: "This mark was put on the new words already.",
  marked: "This was marked anew in the new text already.",
  left: "This mark was left on the old revision already.",
  superseded: "The article has a newer revision by now; decide this there.",
} as const;

/** Only what is changed, with a place for each segment, comes here. */
function proposed({ segments }: Carry): (CarriedSegment & { start: number; end: number })[] {
  return segments.flatMap((segment) => {
    const { start, end } = segment;
    return start === null || end === null ? [] : [{ ...segment, start, end }];
  });
}

async function close(
  ctx: Context,
  carry: Stored,
  settlement: Decision,
  evidence: Parameters<typeof carrySettled>[0]["evidence"],
): Promise<Carry> {
  await ctx.db.carry.updateMany({
    where: { id: carry.id },
    data: { settlement, settledAt: ctx.now, settledById: requireUser(ctx.actor).userId },
  });
  const { projectId, articleId, revision, status } = carry;
  const annotationId = carry.annotation?.id ?? null;
  await record(
    ctx,
    carrySettled({ projectId, articleId, revision, status, annotationId, evidence }, settlement),
  );
  return await getCarry(ctx, carry.id);
}
