import type { Context } from "#lib/context.ts";
import { LOCKS } from "#lib/db/locks.ts";

/** Whether any worker is at work on this database. Each holds a lock for as long as it lives. */
export async function isWorking(ctx: Context): Promise<boolean> {
  const [space, key] = LOCKS.working;
  const rows = await ctx.db.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_locks
     WHERE locktype = 'advisory' AND classid = ${space}::int4::oid AND objid = ${key}::int4::oid AND objsubid = 2
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND granted
     LIMIT 1`;
  return rows.length > 0;
}
