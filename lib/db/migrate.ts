import pg from "pg";
import { DomainError, isDomainError } from "#lib/errors.ts";
import { explainConnection, findRefusal, placeOf } from "./conflicts.ts";
import { LOCKS } from "./locks.ts";
import { type Migration, ownMigrations } from "./migration-folder.ts";
import { readMigrationHistory } from "./migration-history.ts";
import type { SchemaEngine } from "./schema-engine.ts";

/**
 * Bring a database to the level of the code; gives the names of what was applied now. Copies that
 * start at once wait for each other and apply each migration once. Each is one transaction together
 * with its row in `_prisma_migrations`: one that fails, or is cut off, leaves nothing.
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[] = ownMigrations(),
): Promise<string[]> {
  // One connection: the lock, the transactions and the engine's own queries must share it.
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 });
  pool.on("error", () => undefined);
  try {
    await connect(pool, url);
    const { pending } = await readMigrationHistory(pool, migrations);
    if (pending.length === 0) return [];
    await pool.query("SELECT pg_advisory_lock($1, $2)", [...LOCKS.migrating]);
    return await applyMigrations(pool, migrations);
  } finally {
    await pool.end();
  }
}

/**
 * Apply what is missing over a pool of one connection. With `isInTransaction` the caller has begun
 * one, and `_prisma_migrations` exists.
 */
export async function applyMigrations(
  pool: pg.Pool,
  migrations: readonly Migration[],
  isInTransaction = false,
): Promise<string[]> {
  // Somebody else may have applied them while we waited for the lock.
  const { applied, pending } = await readMigrationHistory(pool, migrations);
  if (pending.length === 0) return [];
  let cause: unknown;
  const { loadSchemaEngine } = await import("./schema-engine.ts");
  const engine = await loadSchemaEngine(pool, undefined, (error) => (cause = error));
  try {
    // Makes the table, for which the engine looks by a query that fails: not within a transaction.
    if (!isInTransaction) await applyUpTo(engine, []);
    const done = new Set(applied);
    for (const migration of pending) {
      done.add(migration.name);
      if (!isInTransaction) await pool.query("BEGIN");
      await applyUpTo(
        engine,
        migrations.filter(({ name }) => done.has(name)),
      );
      if (!isInTransaction) await pool.query("COMMIT");
    }
    return pending.map(({ name }) => name);
  } catch (error) {
    if (!isInTransaction) await pool.query("ROLLBACK").catch(() => undefined);
    const failed = isInTransaction ? undefined : await nextPending(pool, migrations);
    throw explainFailure(cause ?? error, failed);
  } finally {
    engine.free();
  }
}

async function applyUpTo(engine: SchemaEngine, migrations: readonly Migration[]): Promise<void> {
  const { asMigrationList, NO_FILTERS } = await import("./schema-engine.ts");
  await engine.applyMigrations({
    migrationsList: asMigrationList(migrations),
    filters: NO_FILTERS,
  });
}

async function nextPending(
  pool: pg.Pool,
  migrations: readonly Migration[],
): Promise<string | undefined> {
  const history = await readMigrationHistory(pool, migrations).catch(() => null);
  return history?.pending[0]?.name;
}

function explainFailure(error: unknown, migration: string | undefined): DomainError {
  if (isDomainError(error)) return error;
  const reason = findRefusal(error)?.message ?? String(error);
  if (/P3005|schema is not empty/.test(reason)) {
    return new DomainError(
      "unavailable",
      "The database holds tables that Onrecord did not make. Give it a database of its own in DATABASE_URL.",
    );
  }
  return new DomainError(
    "unavailable",
    `The migration ${migration ?? "of the database"} failed and changed nothing: ${reason}`,
    { detail: { migration, cause: String(error) } },
  );
}

async function connect(pool: pg.Pool, url: string): Promise<void> {
  try {
    const answer = await pool.query<{ server_encoding: string }>("SHOW server_encoding");
    const encoding = answer.rows[0]?.server_encoding;
    if (encoding === "UTF8") return;
    throw new DomainError(
      "unavailable",
      `The database at ${placeOf(url)} has the encoding ${encoding}, in which texts cannot be kept whole. ` +
        "Create it anew with ENCODING 'UTF8' TEMPLATE template0.",
    );
  } catch (error) {
    throw explainConnection(url, error);
  }
}
