import { authorize, requireUser } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { missedPassageChanged } from "./events.ts";
import { getMissedPassage } from "./missed-queries.ts";
import type { MissedAnswer, MissedPassage } from "./model.ts";

/** Say what came of a passage that was pointed out to oneself; it leaves one's queue. */
export function answerMissedPassage(
  ctx: Context,
  id: string,
  answer: MissedAnswer,
): Promise<MissedPassage> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`SELECT 1 FROM "missed_passage" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const before = await getMissedPassage(ctx, id);
    authorize(ctx.actor, "annotation.write", before);
    if (before.annotator.id !== requireUser(ctx.actor).userId) {
      throw new DomainError(
        "forbidden",
        `Only ${before.annotator.name}, to whom this was pointed out, answers it.`,
      );
    }
    if (before.answer === answer) return before;
    await ctx.db.missedPassage.updateMany({ where: { id }, data: { answer, answeredAt: ctx.now } });
    const after = await getMissedPassage(ctx, id);
    await record(ctx, missedPassageChanged("missed.answered", before, after));
    return after;
  });
}
