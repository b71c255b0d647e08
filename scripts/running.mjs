// Which of our programs run from this clone, so that nobody replaces their packages beneath them.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./lock.mjs";

/**
 * Note that a program runs, until the function that is returned is called.
 *
 * @param {string} folder
 * @param {number} pid
 * @param {string} name
 */
export function noteRunning(folder, pid, name) {
  const file = join(folder, String(pid));
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, name);
  return () => rmSync(file, { force: true });
}

/**
 * The names of those that run. What was noted by one that is gone, however it went, is forgotten.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function listRunning(folder) {
  const names = [];
  for (const entry of entriesOf(folder)) {
    const file = join(folder, entry);
    if (isOurs(Number(entry))) names.push(readFileSync(file, "utf8"));
    else rmSync(file, { force: true });
  }
  return names;
}

/** @param {string} folder */
function entriesOf(folder) {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** The number may belong to a stranger by now; where the system does not tell, it is believed. @param {number} pid */
function isOurs(pid) {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("scripts");
  } catch {
    return true;
  }
}
