import { execFileSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";
import { DomainError } from "#lib/errors.ts";

/** How to start a program of PostgreSQL, which refuses to run as root. */
export type RunAs = {
  /** Goes before the program and its arguments. */
  prefix: readonly string[];
  /** The user to become; null to stay who we are. */
  user: { uid: number; gid: number } | null;
};

const STAY: RunAs = { prefix: [], user: null };
const MAPPED: RunAs = {
  prefix: ["unshare", "--user", "--map-user=1000", "--map-group=1000"],
  user: null,
};

/**
 * Choose who runs the server for this folder. As root, a user namespace makes us look like somebody
 * else while the files stay root's, so that a private folder stays reachable. Where namespaces are
 * off, an ordinary user named "postgres" is used, and made if need be.
 */
export function chooseRunAs(folder: string): RunAs {
  if (process.getuid?.() !== 0) return STAY;
  const owner = existsSync(folder) ? statSync(folder) : null;
  if (owner !== null && owner.uid !== 0)
    return { prefix: [], user: { uid: owner.uid, gid: owner.gid } };
  if (hasUserNamespaces()) return MAPPED;
  return { prefix: [], user: postgresUser() };
}

/** Hand a folder of ours to the user that will run the server. */
export function handTo(runAs: RunAs, path: string): void {
  if (runAs.user) chownSync(path, runAs.user.uid, runAs.user.gid);
}

function hasUserNamespaces(): boolean {
  const [program = "", ...args] = [...MAPPED.prefix, "true"];
  return succeeds(program, args);
}

function postgresUser(): { uid: number; gid: number } {
  if (!succeeds("id", ["-u", "postgres"])) {
    succeeds("groupadd", ["--system", "postgres"]);
    succeeds("useradd", ["--system", "-g", "postgres", "postgres"]);
  }
  try {
    return { uid: numberFrom("id", ["-u", "postgres"]), gid: numberFrom("id", ["-g", "postgres"]) };
  } catch {
    throw new DomainError(
      "unavailable",
      "PostgreSQL does not run as root, and no other user could be made for it. " +
        "Start Onrecord as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
}

function succeeds(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function numberFrom(program: string, args: string[]): number {
  return Number.parseInt(execFileSync(program, args, { encoding: "utf8" }), 10);
}
