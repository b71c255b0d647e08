import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { DomainError, isDomainError } from "#lib/errors.ts";
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupHeader } from "./backup-file.ts";
import { explainAway, explainConnection } from "./conflicts.ts";
import { listTables, quoteName } from "./tables.ts";

/** Rows by table. */
export type TableCounts = Readonly<Record<string, number>>;

/**
 * Write all of a database at one moment to a file, also while the app serves; gives the number of
 * rows of each table. The file appears under its name only when it is whole, in place of an older
 * one; only its owner can read it. Memory does not grow with the data.
 */
export async function backup(url: string, file: string): Promise<TableCounts> {
  const client = new pg.Client({ connectionString: url, application_name: "onrecord-backup" });
  client.on("error", () => undefined);
  await client.connect().catch((error: unknown) => {
    throw explainConnection(url, error);
  });
  const partial = `${file}.${randomBytes(4).toString("hex")}.partial`;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const setting of COPY_SETTINGS) await client.query(`SET LOCAL ${setting}`);
    const header = await makeHeader(client);
    const output = createWriteStream(partial, { mode: 0o600, flags: "wx" });
    await pipeline(Readable.from(contentOf(client, header)), createGzip(), output);
    await makeDurable(partial);
    await rename(partial, file);
    await makeDurable(dirname(file));
    return Object.fromEntries(header.tables.map(({ name, rows }) => [name, rows]));
  } catch (error) {
    await rm(partial, { force: true });
    throw explainWrite(file, error);
  } finally {
    await client.end();
  }
}

/** What makes the text form of a value the same on every server. */
export const COPY_SETTINGS = [
  "datestyle = 'ISO'",
  "intervalstyle = 'postgres'",
  "timezone = 'UTC'",
  "bytea_output = 'hex'",
  "extra_float_digits = 1",
] as const;

async function makeHeader(client: pg.Client): Promise<BackupHeader> {
  const migrations = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
      WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name`,
  );
  const sequences = await client.query<{ name: string; value: string | null }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
      WHERE schemaname = current_schema() ORDER BY sequencename`,
  );
  const tables: BackupHeader["tables"] = [];
  for (const { name, columns } of await listTables(client)) {
    const counted = await client.query<{ rows: string }>(
      `SELECT count(*) AS rows FROM ${quoteName(name)}`,
    );
    tables.push({ name, columns, rows: Number(counted.rows[0]?.rows) });
  }
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    madeAt: new Date().toISOString(),
    migrations: migrations.rows,
    tables,
    sequences: sequences.rows,
  };
}

async function* contentOf(client: pg.Client, header: BackupHeader): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  const hashed = (piece: Buffer) => {
    hash.update(piece);
    return piece;
  };
  yield hashed(Buffer.from(`${JSON.stringify(header)}\n`));
  for (const { name, columns } of header.tables) {
    const list = columns.map(quoteName).join(", ");
    const rows: AsyncIterable<Buffer> = client.query(
      copyTo(`COPY ${quoteName(name)} (${list}) TO STDOUT`),
    );
    for await (const piece of rows) yield hashed(piece);
  }
  yield Buffer.from(`${JSON.stringify({ sha256: hash.digest("hex") })}\n`);
}

/** Written is not yet on the disk. A folder cannot be synced on every system. */
async function makeDurable(path: string): Promise<void> {
  const handle = await open(path, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function explainWrite(file: string, error: unknown): unknown {
  if (isDomainError(error)) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why = WHY[code];
  if (why === undefined) return explainAway(error);
  return new DomainError("unavailable", `The backup could not be written to ${file}: ${why}.`);
}

const WHY: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EROFS: "the disk is read-only",
  EACCES: "there is no permission to write there",
  EPERM: "there is no permission to write there",
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder does not exist",
  EISDIR: "a folder of that name is there",
};
