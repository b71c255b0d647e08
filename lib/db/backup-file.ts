import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { DomainError, isDomainError } from "#lib/errors.ts";

/**
 * The form of a backup, within gzip: one line with the header; then, table after table in the
 * header's order, as many lines as the header says, in PostgreSQL's text form of COPY (a line break
 * inside a value is escaped there, so a line is a row); then one line with the SHA-256 of all before it.
 */
export const BACKUP_FORMAT = "onrecord-backup";
export const BACKUP_VERSION = 1;

export const BackupHeader = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.number().int(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int().nonnegative(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

export const BackupTrailer = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** Receives the rows of one table, in pieces that end anywhere. */
export type LoadTable = (
  table: BackupHeader["tables"][number],
  rows: AsyncIterable<Buffer>,
) => Promise<void>;

/**
 * Read a backup from end to end in pieces and check it: its form, its counts and its hash. With
 * `load` the rows are handed over on the way; since a fault at the end shows only then, the caller
 * must be able to take everything back. Damaged or cut off is refused in a sentence.
 */
export async function readBackup(file: string, load: LoadTable = skip): Promise<BackupHeader> {
  const unzipped = pipeline(createReadStream(file), createGunzip(), () => undefined);
  try {
    const lines = readerOf(unzipped);
    const header = parseHeader(file, await lines.next());
    for (const table of header.tables) await load(table, lines.take(table.rows));
    const hash = lines.hash();
    const trailer = BackupTrailer.parse(JSON.parse((await lines.next()).toString("utf8")));
    if (trailer.sha256 !== hash || !(await lines.isAtEnd())) throw new DamageError();
    return header;
  } catch (error) {
    throw explainRead(file, error);
  } finally {
    unzipped.destroy();
  }
}

async function skip(_table: unknown, rows: AsyncIterable<Buffer>): Promise<void> {
  for await (const _piece of rows);
}

class DamageError extends Error {}

/** A header is small; a longer line means that the file is something else. */
const LONGEST_LINE_BYTES = 16_000_000;

function readerOf(source: AsyncIterable<Buffer>) {
  const pieces = source[Symbol.asyncIterator]();
  const hash = createHash("sha256");
  let rest: Buffer = Buffer.alloc(0);

  const fill = async (): Promise<boolean> => {
    const step = await pieces.next();
    if (step.done) return false;
    rest = rest.length === 0 ? step.value : Buffer.concat([rest, step.value]);
    return true;
  };
  const consume = (length: number): Buffer => {
    const piece = rest.subarray(0, length);
    rest = rest.subarray(length);
    hash.update(piece);
    return piece;
  };
  /** The next line, with its line feed. */
  const next = async (): Promise<Buffer> => {
    for (;;) {
      const end = rest.indexOf(LINE_FEED);
      if (end >= 0) return consume(end + 1);
      if (rest.length > LONGEST_LINE_BYTES || !(await fill())) throw new DamageError();
    }
  };
  /** So many lines, without waiting for the end of a long one. */
  async function* take(count: number): AsyncGenerator<Buffer> {
    let left = count;
    while (left > 0) {
      if (rest.length === 0 && !(await fill())) throw new DamageError();
      let end = 0;
      while (left > 0) {
        const found = rest.indexOf(LINE_FEED, end);
        if (found < 0) break;
        end = found + 1;
        left--;
      }
      yield consume(left === 0 ? end : rest.length);
    }
  }
  const isAtEnd = async () => rest.length === 0 && !(await fill());
  return { next, take, isAtEnd, hash: () => hash.copy().digest("hex") };
}

const LINE_FEED = 0x0a;

function parseHeader(file: string, line: Buffer): BackupHeader {
  const value: unknown = JSON.parse(line.toString("utf8"));
  const kind = z.object({ format: z.literal(BACKUP_FORMAT), version: z.number() }).parse(value);
  if (kind.version > BACKUP_VERSION) {
    throw new DomainError(
      "invalid",
      `${file} was made by a newer Onrecord. Restore it with that version; nothing was changed.`,
    );
  }
  return BackupHeader.parse(value);
}

function explainRead(file: string, error: unknown): unknown {
  if (isDomainError(error)) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new DomainError("not-found", `There is no file ${file}.`);
  if (code === "EISDIR") return new DomainError("invalid", `${file} is a folder, not a backup.`);
  if (code === "EACCES")
    return new DomainError("invalid", `There is no permission to read ${file}.`);
  const isDamage =
    error instanceof DamageError ||
    error instanceof SyntaxError ||
    error instanceof z.ZodError ||
    code.startsWith("Z_");
  if (!isDamage) return error;
  return new DomainError(
    "invalid",
    `${file} is no whole backup of Onrecord: it is damaged, was cut off, or is something else. Nothing was changed.`,
  );
}
