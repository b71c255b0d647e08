import type { Context } from "#lib/context.ts";
import { isUniqueViolation } from "#lib/db/conflicts.ts";
import { transact } from "#lib/db/transact.ts";

/**
 * Run an operation in one transaction, with a context whose `db` is that transaction. Within another
 * operation it joins that one's transaction. `work` may be run anew, so it does nothing outside of
 * the database.
 */
export function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  return transact(ctx.db, (db) => work({ ...ctx, db }));
}

/**
 * As `inTransaction`, and once more when another request wrote the same at this very moment: asked
 * again, `work` finds what is there. `isOvertaken` tells such an error; a row that is there already,
 * when left out.
 */
export async function inTransactionOrAgain<T>(
  ctx: Context,
  work: (ctx: Context) => Promise<T>,
  isOvertaken: (error: unknown) => boolean = (error) => isUniqueViolation(error),
): Promise<T> {
  try {
    return await inTransaction(ctx, work);
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    return await inTransaction(ctx, work);
  }
}
