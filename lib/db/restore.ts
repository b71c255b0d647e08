import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { DomainError, isDomainError } from "#lib/errors.ts";
import { backup, COPY_SETTINGS, type TableCounts } from "./backup.ts";
import { type BackupHeader, readBackup } from "./backup-file.ts";
import { findRefusal } from "./conflicts.ts";
import { RESTORE_NAME } from "./holder.ts";
import { LOCKS } from "./locks.ts";
import { applyMigrations, migrate } from "./migrate.ts";
import { type Migration, ownMigrations } from "./migration-folder.ts";
import { dropAll, withoutRules } from "./schema-surgery.ts";
import { holdsData, listTables, quoteName } from "./tables.ts";

export type RestoreOptions = {
  /** Takes sentences for whoever started this. */
  onNotice?: (sentence: string) => void;
  /** Where what was there before is kept; the backup's own folder when left out. */
  safetyFolder?: string;
  migrations?: readonly Migration[];
};

export type Restored = {
  tables: TableCounts;
  /** The backup of what was there before; null when the database was empty. */
  before: string | null;
};

/**
 * Put a backup in place of all that a database holds. It is read and checked as a whole before
 * anything is touched, what was there is backed up, and the exchange is one transaction: it happens
 * or it does not. A backup from an older version is brought to the level of this one.
 *
 * Refused: a file that is no whole backup, one from a newer version, and an app that is serving.
 */
export async function restore(
  url: string,
  file: string,
  options: RestoreOptions = {},
): Promise<Restored> {
  const migrations = options.migrations ?? ownMigrations();
  const level = levelOf(file, await readBackup(file), migrations);
  await migrate(url, migrations);
  // One connection: the lock, the transaction and the migrations within it must share it.
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    application_name: RESTORE_NAME,
  });
  pool.on("error", () => undefined);
  try {
    await refuseServing(pool);
    const before = await backUpFirst(url, pool, options.safetyFolder ?? dirname(file));
    if (before) options.onNotice?.(`What the database held until now is kept in ${before}.`);
    await pool.query("BEGIN");
    try {
      await pool.query("SET LOCAL lock_timeout = '60s'");
      for (const setting of COPY_SETTINGS) await pool.query(`SET LOCAL ${setting}`);
      const tables = await replace(pool, file, level, migrations);
      await pool.query("COMMIT");
      await pool.query("ANALYZE");
      return { tables, before };
    } catch (error) {
      await pool.query("ROLLBACK").catch(() => undefined);
      throw explainFailure(file, error);
    }
  } finally {
    await pool.end();
  }
}

async function replace(
  pool: pg.Pool,
  file: string,
  level: readonly Migration[],
  migrations: readonly Migration[],
): Promise<TableCounts> {
  if (level.length < migrations.length) {
    await withConnection(pool, dropAll);
    await applyMigrations(pool, level, true);
  }
  const header = await withConnection(pool, (client) =>
    withoutRules(client, () => refill(client, file)),
  );
  await applyMigrations(pool, migrations, true);
  await emptyQueue(pool);
  return Object.fromEntries(header.tables.map(({ name, rows }) => [name, rows]));
}

async function refill(client: pg.PoolClient, file: string): Promise<BackupHeader> {
  const present = await listTables(client);
  if (present.length > 0) {
    await client.query(`TRUNCATE ${present.map(({ name }) => quoteName(name)).join(", ")}`);
  }
  const header = await readBackup(file, async ({ name, columns }, rows) => {
    const list = columns.map(quoteName).join(", ");
    await pipeline(
      Readable.from(rows),
      client.query(copyFrom(`COPY ${quoteName(name)} (${list}) FROM STDIN`)),
    );
  });
  for (const { name, value } of header.sequences) {
    if (value !== null)
      await client.query("SELECT setval($1::regclass, $2::bigint)", [quoteName(name), value]);
  }
  return header;
}

/** Those of our migrations that the backup's database had. */
function levelOf(
  file: string,
  header: BackupHeader,
  migrations: readonly Migration[],
): Migration[] {
  const own = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const unknown = header.migrations.find(({ name }) => !own.has(name));
  if (unknown) {
    throw new DomainError(
      "invalid",
      `${file} was made by a newer Onrecord: this one does not know its migration ${unknown.name}. ` +
        "Restore it with that version; nothing was changed.",
    );
  }
  const other = header.migrations.find(({ name, checksum }) => own.get(name) !== checksum);
  if (other) {
    throw new DomainError(
      "invalid",
      `${file} was made by another edition of Onrecord, whose migration ${other.name} differs. Nothing was changed.`,
    );
  }
  const had = new Set(header.migrations.map(({ name }) => name));
  return migrations.filter(({ name }) => had.has(name));
}

async function refuseServing(pool: pg.Pool): Promise<void> {
  for (const [lock, who] of [
    [LOCKS.serving, "An Onrecord app is serving from"],
    [LOCKS.working, "A worker of Onrecord is at work on"],
  ] as const) {
    const answer = await pool.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock($1, $2) AS taken",
      [...lock],
    );
    if (answer.rows[0]?.taken) continue;
    throw new DomainError(
      "unavailable",
      `${who} this database. Stop it, restore, and start it again; nothing was changed.`,
    );
  }
}

/** What waits in the queue belongs to the data from before; it is sent again from the rows. */
async function emptyQueue(pool: pg.Pool): Promise<void> {
  const there = await pool.query("SELECT 1 WHERE to_regclass('pgboss.job') IS NOT NULL");
  if (there.rows.length > 0) await pool.query("DELETE FROM pgboss.job");
}

async function backUpFirst(url: string, pool: pg.Pool, folder: string): Promise<string | null> {
  if (!(await withConnection(pool, holdsData))) return null;
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 17);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = join(folder, `onrecord-before-restore-${time}.backup`);
  await backup(url, before);
  return before;
}

async function withConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

function explainFailure(file: string, error: unknown): unknown {
  if (isDomainError(error)) return error;
  const refusal = findRefusal(error);
  if (refusal === null) return error;
  const why = refusal.code === "55P03" ? "another program is using the database" : refusal.message;
  return new DomainError(
    "unavailable",
    `${file} could not be restored, and nothing was changed: ${why}.`,
    {
      detail: { ...refusal },
    },
  );
}
