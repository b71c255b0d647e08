import type { ClientBase, Pool } from "pg";
import { DomainError } from "#lib/errors.ts";
import type { Migration } from "./migration-folder.ts";

/** How a database stands to the code's migrations. */
export type MigrationHistory = {
  /** Names, in the order of the folder. */
  applied: string[];
  pending: Migration[];
};

/**
 * Compare what a database says was applied (Prisma's table `_prisma_migrations`) with the code's
 * migrations. Refused, each with what to do: a database that is newer than the code, a migration
 * that was changed after it was applied, and one that Prisma's own tools left half-done.
 */
export async function readMigrationHistory(
  client: ClientBase | Pool,
  migrations: readonly Migration[],
): Promise<MigrationHistory> {
  const rows = await readRows(client);
  refuseFailed(rows);
  refuseNewer(rows, migrations);
  refuseEdited(rows, migrations);
  const done = new Set(rows.map((row) => row.migration_name));
  return {
    applied: migrations.filter(({ name }) => done.has(name)).map(({ name }) => name),
    pending: migrations.filter(({ name }) => !done.has(name)),
  };
}

type Row = { migration_name: string; checksum: string; isFinished: boolean; logs: string | null };

async function readRows(client: ClientBase | Pool): Promise<Row[]> {
  const table = await client.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  if (!table.rows[0]?.there) return [];
  const answer = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS "isFinished", logs
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return answer.rows;
}

function refuseFailed(rows: readonly Row[]): void {
  const failed = rows.find((row) => !row.isFinished);
  if (!failed) return;
  const name = failed.migration_name;
  throw new DomainError(
    "unavailable",
    `The migration ${name} failed in this database and was left half-done` +
      `${failed.logs ? `: ${failed.logs.split("\n")[0]}` : "."} ` +
      "Restore a backup; or undo by hand what it did, tell the table so with " +
      `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '${name}' AND finished_at IS NULL; ` +
      "and start again.",
    { detail: { migration: name, logs: failed.logs } },
  );
}

function refuseNewer(rows: readonly Row[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const newer = rows
    .filter((row) => !known.has(row.migration_name))
    .map((row) => row.migration_name);
  if (newer.length === 0) return;
  throw new DomainError(
    "unavailable",
    `This database was made by a newer Onrecord: this one does not know its migration ${newer[newer.length - 1]}. ` +
      "Use that version, or restore a backup from before it.",
    { detail: { migrations: newer } },
  );
}

function refuseEdited(rows: readonly Row[], migrations: readonly Migration[]): void {
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const edited = migrations.find(
    ({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum,
  );
  if (!edited) return;
  throw new DomainError(
    "unavailable",
    `The migration ${edited.name} was changed after it had been applied to this database. ` +
      `Put prisma/migrations/${edited.name}/migration.sql back as it was, and make a new migration for the change.`,
    { detail: { migration: edited.name } },
  );
}
