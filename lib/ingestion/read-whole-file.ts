import { open } from "node:fs/promises";
import { DomainError } from "#lib/errors.ts";

/** Most bytes of a file that is read from this machine's own disk: archives may be large. */
const MOST_BYTES = 1024 * 1024 * 1024;
const TRIES = 3;

/**
 * The bytes of a file as it was at one moment: when it changes while it is read, it is read again.
 * Refused: what keeps changing, and what is larger than a gigabyte.
 */
export async function readWholeFile(path: string): Promise<Uint8Array> {
  for (let tries = 0; tries < TRIES; tries++) {
    const file = await open(path, "r");
    try {
      const before = await file.stat();
      if (before.size > MOST_BYTES) throw tooLarge(before.size);
      const bytes = await file.readFile();
      const after = await file.stat();
      const isSame = before.mtimeMs === after.mtimeMs && before.size === after.size;
      if (isSame && bytes.length === after.size) return bytes;
    } finally {
      await file.close();
    }
  }
  throw new DomainError(
    "invalid",
    "It keeps changing while it is read. Try again when it is whole.",
  );
}

function tooLarge(size: number): DomainError {
  const gigabytes = (size / MOST_BYTES).toFixed(1);
  return new DomainError("too-large", `This file has ${gigabytes} GB; up to 1 GB is read.`);
}
