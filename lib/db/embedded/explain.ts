import { DomainError, isDomainError } from "#lib/errors.ts";

/**
 * A sentence for what went wrong with the data folder or the server: from an error of the file
 * system, or from what initdb or postgres wrote. What is not recognised keeps its last lines.
 */
export function explainFailure(doing: string, data: string, cause: unknown): DomainError {
  if (isDomainError(cause)) return cause;
  const text = cause instanceof Error ? `${codeOf(cause)} ${cause.message}` : String(cause);
  const known = KNOWN.find(({ pattern }) => pattern.test(text));
  const sentence = known ? known.sentence(data) : `${doing} failed: ${lastLines(text)}`;
  return new DomainError("unavailable", sentence, { detail: { output: text } });
}

const KNOWN: readonly { pattern: RegExp; sentence: (data: string) => string }[] = [
  {
    pattern:
      /ENOSPC|EDQUOT|No space left on device|Check free disk space|Disk quota exceeded|disk is full/i,
    sentence: (data) =>
      `The disk that holds the data folder ${data} is full. Make room and start again; nothing was lost.`,
  },
  {
    pattern: /EROFS|Read-only file system|SQLITE_READONLY|readonly database/i,
    sentence: (data) =>
      `The data folder ${data} cannot be written to: it is read-only. Set ONRECORD_DATA to a folder that can be written to.`,
  },
  {
    pattern: /wrong ownership/i,
    sentence: (data) =>
      `The database in the data folder ${data} belongs to another user. Start Onrecord as that user, or set ONRECORD_DATA to a folder of your own.`,
  },
  {
    pattern: /EACCES|EPERM|Permission denied|unable to open database file/i,
    sentence: (data) =>
      `There is no permission to use the data folder ${data}. Give this user the right to read and write it, or set ONRECORD_DATA to another folder.`,
  },
  {
    pattern: /ENOTDIR|EEXIST/,
    sentence: (data) =>
      `The data folder ${data} cannot be made: a file is in its way. Set ONRECORD_DATA to another folder.`,
  },
  {
    pattern: /could not create shared memory segment|Cannot allocate memory|ENOMEM/i,
    sentence: () =>
      "There is not enough memory to start the database. Close other programs and start again.",
  },
  {
    pattern: /error while loading shared libraries|Library not loaded|ENOEXEC|GLIBC/i,
    sentence: () =>
      "The embedded PostgreSQL does not run on this system. Set DATABASE_URL to a PostgreSQL of your own.",
  },
  {
    pattern: /database files are incompatible with server/i,
    sentence: (data) =>
      `The database in ${data} was made by another version of PostgreSQL. Back it up with the Onrecord that made it, and restore the backup here.`,
  },
];

function codeOf(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  return "errcode" in error && Number(error.errcode) % 256 === 8 ? `${code} SQLITE_READONLY` : code;
}

function lastLines(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.slice(-3).join(" · ") || "no reason was given.";
}
