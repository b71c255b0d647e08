import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 50;
const TELL_AFTER_MS = 3_000;

/**
 * Run `work` while no other process runs anything under the same file.
 *
 * The lock is SQLite's exclusive lock on an empty file, which is a lock of the operating system:
 * it goes with the process, also after kill -9, so there are no stale locks to detect. The file
 * itself stays, with nothing in it. Not re-entrant.
 *
 * `onWait` is called once if somebody else holds it for longer than three seconds.
 */
export async function withFileLock<T>(
  file: string,
  work: () => Promise<T>,
  onWait?: () => void,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const release = await acquire(file, onWait);
  try {
    return await work();
  } finally {
    release();
  }
}

async function acquire(file: string, onWait?: () => void): Promise<() => void> {
  const since = Date.now();
  let isTold = false;
  for (;;) {
    const lock = new DatabaseSync(file, { timeout: 0 });
    try {
      // Otherwise it writes a journal, for which there may be no room; nothing is ever stored.
      lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
      return () => lock.close();
    } catch (error) {
      lock.close();
      if (!isBusy(error)) throw error;
    }
    if (!isTold && Date.now() - since > TELL_AFTER_MS) {
      isTold = true;
      onWait?.();
    }
    await sleep(POLL_MS);
  }
}

/** SQLITE_BUSY is 5; the extended codes carry it in their lowest byte. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    "errcode" in error &&
    typeof error.errcode === "number" &&
    (error.errcode & 0xff) === 5
  );
}
