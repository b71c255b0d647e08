import { actorId, type Context } from "#lib/context.ts";

/** Somebody marked an annotation anew on the current revision: what waited to be placed there no longer does. */
export async function settleCarriesOf(ctx: Context, annotationId: string): Promise<void> {
  await ctx.db.carry.updateMany({
    where: { annotationId, settledAt: null, status: { in: ["changed", "lost"] } },
    data: { settlement: "marked", settledAt: ctx.now, settledById: actorId(ctx.actor) },
  });
}
