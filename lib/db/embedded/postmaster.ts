import { execFileSync } from "node:child_process";
import { readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What PostgreSQL's own postmaster.pid says. */
export type Postmaster = {
  pid: number;
  port: number;
  /** `starting` while it recovers, `ready`, or `stopping`. */
  status: string;
};

/** The running server of this folder, or null. A file left by a dead server counts as none. */
export function findPostmaster(cluster: string): Postmaster | null {
  const written = readPidFile(cluster);
  return written !== null && isPostmasterOf(cluster, written.pid) ? written : null;
}

/** What the file says, whether or not it is true; null when it is absent or not yet complete. */
export function readPidFile(cluster: string): Postmaster | null {
  const lines = read(join(cluster, "postmaster.pid"))?.split("\n");
  const pid = Number.parseInt(lines?.[0] ?? "", 10);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 1) return null;
  return {
    pid,
    port: Number.parseInt(lines[3] ?? "", 10) || 0,
    status: lines[7]?.trim() ?? "starting",
  };
}

/**
 * Whether the process with this id is the server of this folder. After a crash the id may belong
 * to a stranger (ids are used again, in a container nearly always), and a process that has ended
 * but was not yet waited for still has its id: so its command line is what counts.
 */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  const command = commandLine(pid);
  if (command === null) return process.platform === "win32";
  return (
    command.includes("postgres") &&
    (command.includes(cluster) || command.includes(realPath(cluster)))
  );
}

/**
 * Make a pid file that a crash left behind pass. The server removes one whose process is gone, but
 * gives up when a stranger has the id by now. The file also names the shared memory, by which the
 * server sees that children of its predecessor still write: so it is not removed, but told to be
 * its parent's, which the server knows to be no rival.
 */
export function disownPidFile(cluster: string): void {
  const file = join(cluster, "postmaster.pid");
  const text = read(file);
  if (text === null) return;
  const pid = Number.parseInt(text, 10);
  if (!Number.isInteger(pid)) rmSync(file, { force: true });
  else if (isAlive(pid)) writeFileSync(file, text.replace(/^\d+/, String(process.pid)));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function commandLine(pid: number): string | null {
  if (process.platform === "linux")
    return read(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ") ?? "";
  if (process.platform === "win32") return null;
  try {
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
