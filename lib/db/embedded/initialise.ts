import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { DomainError } from "#lib/errors.ts";
import type { Binaries } from "./binaries.ts";
import { type Folders, PASSWORD_FILE } from "./folders.ts";
import { handTo, type RunAs } from "./run-as.ts";
import { runProgram } from "./run-program.ts";

/** The one role that logs in, and its database: it owns what is in there and is no superuser. */
export const ROLE = "onrecord";

/**
 * Make the cluster if there is none yet. All is done in a folder beside it that is renamed at the
 * end, so that a start which is broken off leaves either nothing or a whole database.
 *
 * Refused: a folder in which something lies that is no database of ours.
 */
export async function initialise(
  folders: Folders,
  binaries: Binaries,
  runAs: RunAs,
): Promise<void> {
  removeLeftovers(folders);
  if (isComplete(folders)) return;
  refuseForeign(folders);
  const made = `${folders.cluster}.new-${randomBytes(4).toString("hex")}`;
  try {
    mkdirSync(made, { mode: 0o700 });
    handTo(runAs, made);
    await runInitdb(made, binaries, runAs);
    await makeRole(made, binaries, runAs);
    // On an empty folder rename() would fail on some systems.
    rmSync(folders.cluster, { recursive: true, force: true });
    renameSync(made, folders.cluster);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    throw error;
  }
}

/** The password of the role, known only to who can read the cluster's folder. */
export function readPassword(folders: Folders): string {
  return readFileSync(folders.password, "utf8").trim();
}

function isComplete(folders: Folders): boolean {
  return existsSync(join(folders.cluster, "PG_VERSION")) && existsSync(folders.password);
}

function refuseForeign({ cluster }: Folders): void {
  if (!existsSync(cluster) || readdirSync(cluster).length === 0) return;
  throw new DomainError(
    "unavailable",
    `The folder ${cluster} holds something that is no complete database of Onrecord. ` +
      "Move it away, and start again: a new database is made then. If it was a copy of one, copy the whole folder again.",
  );
}

/** Copies and new clusters that were never finished: their makers held the lock that we hold now. */
function removeLeftovers({ cluster }: Folders): void {
  const data = dirname(cluster);
  const unfinished = new RegExp(`^${basename(cluster)}(\\.new-[0-9a-f]+|.*\\.partial)$`);
  for (const name of readdirSync(data)) {
    if (unfinished.test(name)) rmSync(join(data, name), { recursive: true, force: true });
  }
}

/**
 * The provider "builtin" makes the database UTF-8 with Unicode case rules on every system, whatever
 * its locale. The ctype of the system is used by pg_trgm alone, which drops every letter beyond
 * ASCII when it is "C"; not every system has a better one.
 */
async function runInitdb(made: string, binaries: Binaries, runAs: RunAs): Promise<void> {
  const args = (ctype: string) => [
    `--pgdata=${made}`,
    "--username=postgres",
    // Nobody logs in before our own rules are written below; so no password is needed here.
    "--auth=reject",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${ctype}`,
  ];
  const ctypes = process.platform === "darwin" ? ["UTF-8", "C"] : ["C.UTF-8", "C"];
  const [best = "C", plain = "C"] = ctypes;
  try {
    await runProgram(runAs, binaries.initdb, args(best));
  } catch (error) {
    if (!/invalid locale/i.test(String(error))) throw error;
    await runProgram(runAs, binaries.initdb, args(plain));
  }
}

async function makeRole(made: string, binaries: Binaries, runAs: RunAs): Promise<void> {
  const password = randomBytes(24).toString("base64url");
  // A server in single-user mode takes one statement a line, and ends with status 0 even so.
  const output = await runProgram(
    runAs,
    binaries.postgres,
    ["--single", "-D", made, "-c", "log_min_messages=error", "postgres"],
    `CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD '${password}'\nCREATE DATABASE ${ROLE} OWNER ${ROLE}\n`,
  );
  if (/^.*(ERROR|FATAL|PANIC):/m.test(output)) throw new Error(output);
  writeOwn(
    runAs,
    join(made, "pg_hba.conf"),
    [
      "# Written by Onrecord. Only its own role comes in, only from this machine, only by password.",
      ...["127.0.0.1/32", "::1/128"].map((address) => `host all ${ROLE} ${address} scram-sha-256`),
      "",
    ].join("\n"),
  );
  writeOwn(runAs, join(made, PASSWORD_FILE), `${password}\n`);
}

function writeOwn(runAs: RunAs, file: string, content: string): void {
  writeFileSync(file, content, { mode: 0o600 });
  handTo(runAs, file);
}
