import { authorize, can, requireUser } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, isDomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { evidenceDeleted } from "./events.ts";
import type { Evidence } from "./model.ts";
import { getEvidence } from "./queries.ts";

/**
 * Take evidence away: whoever added it, or a manager. The item as it was stays in the record of
 * events. Repeating the request changes nothing and says so: null.
 */
export function deleteEvidence(
  ctx: Context,
  id: string,
  expected: number | null,
): Promise<Evidence | null> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`SELECT 1 FROM "evidence" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const evidence = await findEvidence(ctx, id);
    if (evidence === null) return await alreadyDeleted(ctx, id);
    authorize(ctx.actor, "evidence.write", evidence);
    const isOwn = evidence.author.id === requireUser(ctx.actor).userId;
    if (!isOwn && !can(ctx.actor, "evidence.delete-any", evidence.projectId)) {
      throw new DomainError(
        "forbidden",
        `Only ${evidence.author.name}, who added this, or a manager removes it.`,
      );
    }
    if (expected !== null && expected !== evidence.version) {
      throw new DomainError("stale", "This has been changed since you saw it.", {
        detail: { current: evidence },
      });
    }
    await ctx.db.evidence.deleteMany({ where: { id } });
    await record(ctx, evidenceDeleted(evidence));
    return evidence;
  });
}

async function findEvidence(ctx: Context, id: string): Promise<Evidence | null> {
  try {
    return await getEvidence(ctx, id);
  } catch (error) {
    if (isDomainError(error) && error.code === "not-found") return null;
    throw error;
  }
}

/** Only to whoever deleted it: to others it may never have been there. */
async function alreadyDeleted(ctx: Context, id: string): Promise<null> {
  const { userId } = requireUser(ctx.actor);
  const event = await ctx.db.auditEvent.findFirst({
    where: { subjectType: "evidence", subjectId: id, type: "evidence.deleted", actorId: userId },
    select: { projectId: true },
  });
  if (event?.projectId == null) throw notFound("evidence");
  authorize(ctx.actor, "evidence.write", { projectId: event.projectId });
  return null;
}
