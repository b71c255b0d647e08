import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { DomainError } from "#lib/errors.ts";
import { findBinaries } from "./binaries.ts";
import { explainFailure } from "./explain.ts";
import type { Folders } from "./folders.ts";
import { initialise, readPassword, ROLE } from "./initialise.ts";
import { disownPidFile, findPostmaster, isPostmasterOf, readPidFile } from "./postmaster.ts";
import { chooseRunAs, handTo, type RunAs } from "./run-as.ts";
import { startProgram } from "./run-program.ts";

const POLL_MS = 20;
const TELL_AFTER_MS = 5_000;
const STOP_LIMIT_MS = 120_000;
/** How long another server's remains (children without a parent, a bound port) may be in our way. */
const REMAINS_LIMIT_MS = 15_000;
const LOG_LIMIT_BYTES = 10_000_000;

export type StartOptions = {
  /** Broken off between two steps; what was begun is taken back. */
  signal?: AbortSignal;
  onNotice?: (sentence: string) => void;
  /** Where clients expect the server, if it ran before. */
  preferredPort?: number;
  /** More settings for the server, as `name=value`. */
  settings?: readonly string[];
};

/**
 * Have the embedded server running, and give the address of its database. A running one is used
 * as it is, also one whose starter was killed; a crashed one recovers first. The caller holds the
 * lock. Every failure is a DomainError.
 */
export async function ensureServer(folders: Folders, options: StartOptions = {}): Promise<string> {
  try {
    const port = (await adopt(folders, options)) ?? (await start(folders, options));
    const url = new URL(`postgresql://127.0.0.1:${port}/${ROLE}`);
    url.username = ROLE;
    url.password = readPassword(folders);
    return url.href;
  } catch (error) {
    throw explainFailure("Starting the database", folders.data, error);
  }
}

/**
 * Stop the server in order: clients are sent away, all is written. The caller holds the lock and
 * has seen that nobody else uses it. Does nothing when none is running.
 */
export async function stopServer(folders: Folders): Promise<void> {
  const running = findPostmaster(folders.cluster);
  if (running === null) return;
  if (process.platform === "win32") {
    // Windows knows no signals; pg_ctl asks through a pipe.
    const { pgCtl } = await findBinaries();
    startProgram(
      chooseRunAs(folders.cluster),
      pgCtl,
      ["stop", "-D", folders.cluster, "-m", "fast"],
      "ignore",
    );
  } else {
    process.kill(running.pid, "SIGINT");
  }
  await goneWithin(folders, running.pid, STOP_LIMIT_MS);
}

async function adopt(folders: Folders, options: StartOptions): Promise<number | null> {
  const running = findPostmaster(folders.cluster);
  if (running === null) return null;
  const isReady = await waitUntilReady(folders, running.pid, options);
  return isReady ? (readPidFile(folders.cluster)?.port ?? null) : null;
}

async function start(folders: Folders, options: StartOptions): Promise<number> {
  const binaries = await findBinaries();
  const runAs = chooseRunAs(existsSync(folders.cluster) ? folders.cluster : folders.data);
  handTo(runAs, folders.data);
  options.signal?.throwIfAborted();
  await initialise(folders, binaries, runAs);
  options.signal?.throwIfAborted();
  const since = Date.now();
  let wanted = options.preferredPort;
  for (;;) {
    disownPidFile(folders.cluster);
    const port = wanted ?? (await freePort());
    const failure = await tryStart(folders, { program: binaries.postgres, runAs, port }, options);
    if (failure === null) return port;
    const isInTheWay = /pre-existing shared memory block|lock file .* already exists/.test(failure);
    const isPortTaken = /could not bind|could not create any TCP/.test(failure);
    if (!(isInTheWay || isPortTaken) || Date.now() - since > REMAINS_LIMIT_MS)
      throw new Error(failure);
    if (isPortTaken) wanted = undefined;
    await sleep(200);
  }
}

/** Null when it is ready, else what it wrote before it ended. */
async function tryStart(
  folders: Folders,
  how: { program: string; runAs: RunAs; port: number },
  options: StartOptions,
): Promise<string | null> {
  const log = openLog(folders.log);
  const from = fstatSync(log).size;
  const settings = [...SETTINGS, ...(options.settings ?? [])].flatMap((setting) => ["-c", setting]);
  const args = ["-D", folders.cluster, "-p", String(how.port), ...settings];
  const child = startProgram(how.runAs, how.program, args, ["ignore", log, log]);
  closeSync(log);
  const failed = new Promise<Error>((resolve) => child.once("error", resolve));
  if (child.pid === undefined) throw await failed;
  child.unref();
  if (await waitUntilReady(folders, child.pid, options)) return null;
  return readFileSync(folders.log).subarray(from).toString("utf8");
}

/** Recovery after a crash takes as long as it takes. False when the server ended instead. */
async function waitUntilReady(
  folders: Folders,
  pid: number,
  options: StartOptions,
): Promise<boolean> {
  const since = Date.now();
  let isTold = false;
  // Between fork and exec the new process still bears our own command line.
  const isRunning = () => isPostmasterOf(folders.cluster, pid) || Date.now() - since < 200;
  while (isRunning()) {
    const written = readPidFile(folders.cluster);
    if (written?.pid === pid && written.status === "ready") return true;
    if (options.signal?.aborted) {
      process.kill(pid, "SIGINT");
      await goneWithin(folders, pid, STOP_LIMIT_MS);
      options.signal.throwIfAborted();
    }
    if (!isTold && Date.now() - since > TELL_AFTER_MS) {
      isTold = true;
      options.onNotice?.(
        "The database is being recovered after it was cut off. This can take a while.",
      );
    }
    await sleep(POLL_MS);
  }
  return false;
}

async function goneWithin(folders: Folders, pid: number, limitMs: number): Promise<void> {
  const since = Date.now();
  while (isPostmasterOf(folders.cluster, pid)) {
    if (Date.now() - since > limitMs) {
      throw new DomainError(
        "unavailable",
        `The database did not stop within ${limitMs / 1000} seconds; what it says stands in ${folders.log}.`,
      );
    }
    await sleep(POLL_MS);
  }
}

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  // A socket's path may have about 100 characters, fewer than a data folder's may.
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  "lc_messages=C",
  "jit=off",
];

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

/** Somebody may take it before the server does; then another is tried. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        resolve(address !== null && typeof address === "object" ? address.port : 0),
      );
    });
  });
}
