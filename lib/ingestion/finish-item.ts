import type { Context } from "#lib/context.ts";
import type { ClaimedItem } from "./claim-item.ts";
import type { ItemState } from "./model.ts";

export type Outcome = {
  state: Exclude<ItemState, "running" | "waiting">;
  articleId?: string;
  problem?: string;
  /** The bytes that an address gave. */
  originalHash?: string;
};

/** Somebody else has the item by now: what we did for it must not stand. */
export class ClaimLost extends Error {
  constructor() {
    super("Another worker has this item by now.");
    this.name = "ClaimLost";
  }
}

/**
 * Write down what became of an item, in the transaction that did it, so that neither is there without
 * the other. Throws ClaimLost, which undoes all of it, when the claim is not ours any more.
 */
export async function finishItem(ctx: Context, item: ClaimedItem, outcome: Outcome): Promise<void> {
  const { state, articleId = null, problem = null, originalHash } = outcome;
  const { count } = await ctx.db.ingestionItem.updateMany({
    where: { id: item.id, state: "running", attempts: item.attempts, startedAt: item.startedAt },
    data: {
      state,
      articleId,
      problem,
      ...(originalHash !== undefined && { originalHash }),
      finishedAt: ctx.now,
    },
  });
  if (count === 0) throw new ClaimLost();
}

/**
 * Let an item wait again that was hardly begun, as if nobody had tried it; where its ingestion was
 * cancelled meanwhile, it is cancelled.
 */
export async function putBack(ctx: Context, item: ClaimedItem): Promise<void> {
  await ctx.db.$executeRaw`
    UPDATE "ingestion_item" t
       SET "state" = CASE WHEN i."cancelled_at" > t."started_at" THEN 'cancelled' ELSE 'waiting' END,
           "finished_at" = CASE WHEN i."cancelled_at" > t."started_at" THEN now() END,
           "attempts" = t."attempts" - 1, "started_at" = NULL
      FROM "ingestion" i
     WHERE i."id" = t."ingestion_id" AND t."id" = ${item.id}::uuid AND t."state" = 'running'
       AND t."attempts" = ${item.attempts} AND t."started_at" = ${item.startedAt}`;
}
