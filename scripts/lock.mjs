import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const POLL_MS = 250;
/** A holder touches its lock this often; one that stands still for PATIENCE polls is dead. */
const HEARTBEAT_MS = 2_000;
const PATIENCE = 80;

/**
 * Run `work` while no other process holds the lock file. A lock whose holder is gone (killed,
 * or its process id now belongs to a stranger who does not touch the file) is taken over.
 *
 * Plain JavaScript because the bootstrap needs it on Nodes that do not read TypeScript.
 *
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @param {{ onWait?: () => void }} [options] `onWait` is called once when somebody else holds it
 * @returns {Promise<T>}
 */
export async function withLock(file, work, options = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const token = `${process.pid} ${Date.now()} ${Math.random().toString(36).slice(2)}\n`;
  await acquire(file, token, options.onWait);
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    if (read(file) === token) rmSync(file, { force: true });
  };
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** @param {string} file @param {string} token @param {(() => void) | undefined} onWait */
async function acquire(file, token, onWait) {
  let seen = "";
  let still = 0;
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, token, { flag: "wx" });
      return;
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
    }
    const holder = read(file);
    if (holder === null) continue;
    const mark = `${holder}${modified(file)}`;
    still = mark === seen ? still + 1 : 0;
    seen = mark;
    if (!isAlive(Number.parseInt(holder, 10)) || still > PATIENCE) {
      takeAway(file, holder);
      continue;
    }
    if (!told) onWait?.();
    told = true;
    await wait(POLL_MS);
  }
}

/**
 * Remove a dead holder's lock. Moving it aside first shows whether it is still the one that was
 * looked at; if somebody else was quicker, theirs is put back.
 *
 * @param {string} file @param {string} holder
 */
function takeAway(file, holder) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== null && moved !== holder && moved !== "") renameSync(aside, file);
  else rmSync(aside, { force: true });
}

/**
 * Whether a process with this id exists, also one that belongs to somebody else.
 *
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** @param {string} file */
function modified(file) {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

/** @param {string} file */
function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // The lock was taken away; release() notices that it is no longer ours.
  }
}
