import { authorize, requireUser } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { missedPassageChanged } from "./events.ts";
import { findMissedPassage } from "./missed-queries.ts";
import type { MissedPassage } from "./model.ts";

/**
 * Take back what one has pointed out, while it is not answered. Repeating the request changes
 * nothing and says so: null.
 */
export function deleteMissedPassage(ctx: Context, id: string): Promise<MissedPassage | null> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`SELECT 1 FROM "missed_passage" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const missed = await findMissedPassage(ctx, id);
    if (missed === null) return await alreadyDeleted(ctx, id);
    authorize(ctx.actor, "missed.write", missed);
    if (missed.reviewer.id !== requireUser(ctx.actor).userId) {
      throw new DomainError(
        "forbidden",
        `Only ${missed.reviewer.name}, who pointed this out, takes it back.`,
      );
    }
    if (missed.answeredAt !== null)
      throw new DomainError("state", `${missed.annotator.name} has answered this already.`);
    await ctx.db.missedPassage.deleteMany({ where: { id } });
    await record(ctx, missedPassageChanged("missed.deleted", missed, null));
    return missed;
  });
}

async function alreadyDeleted(ctx: Context, id: string): Promise<null> {
  const event = await ctx.db.auditEvent.findFirst({
    where: { subjectType: "missed", subjectId: id, type: "missed.deleted" },
    select: { projectId: true },
  });
  if (event?.projectId == null) throw notFound("missed passage");
  authorize(ctx.actor, "missed.write", { projectId: event.projectId });
  return null;
}
