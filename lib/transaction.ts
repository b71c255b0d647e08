import type { Context } from "#lib/context.ts";
import { transact } from "#lib/db/transact.ts";

/**
 * Run an operation in one transaction, with a context whose `db` is that transaction. Within another
 * operation it joins that one's transaction. `work` may be run anew, so it does nothing outside of
 * the database.
 */
export function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  return transact(ctx.db, (db) => work({ ...ctx, db }));
}
