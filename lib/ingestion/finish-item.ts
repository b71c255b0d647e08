import type { Context } from "#lib/context.ts";
import type { ClaimedItem } from "./claim-item.ts";
import type { ItemState } from "./model.ts";

export type Outcome = {
  state: Exclude<ItemState, "running">;
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
      ...(state === "waiting"
        ? { startedAt: null, attempts: item.attempts - 1 }
        : { finishedAt: ctx.now }),
    },
  });
  if (count === 0) throw new ClaimLost();
}
