import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Say that a build is in use, until release() or until this process ends, however it ends. The
 * sign is SQLite's shared lock on an empty file, which many may hold and which the system takes
 * back by itself; whoever wants to remove the build asks for the exclusive one.
 */
export function useBuild(file: string): { release: () => void } {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(file, { timeout: 10_000 });
  lock.exec("BEGIN; SELECT count(*) FROM sqlite_master;");
  return { release: () => lock.close() };
}

/** Whether no process uses the build. */
export function isBuildUnused(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch {
    return false;
  } finally {
    lock.close();
  }
}
