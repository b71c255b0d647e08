import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listRunning } from "../running.mjs";
import {
  modules,
  pathWithoutModules,
  readPackages,
  readText,
  root,
  running,
  runtime,
} from "./clone.mjs";
import { runToEnd } from "./run-child.mjs";
import { say, stop } from "./say.mjs";

const installed = join(modules, ".onrecord-installed");

/** Whether the packages are those of the lockfile, whoever installed them. */
export function isInstalled() {
  if (!existsSync(runtime)) return false;
  const wanted = lockfileHash();
  if (readText(installed) === wanted) return true;
  if (!isInstalledByHand()) return false;
  stamp(wanted);
  return true;
}

/** Installs what the lockfile names, or ends the program with a sentence. */
export async function install() {
  const others = [...new Set(listRunning(running))];
  if (others.length > 0) {
    stop(
      `The packages have changed, and what runs from this folder (${others.join(", ")}) still uses the old ones. ` +
        "Stop it, give this command again, and start it anew.",
      1,
    );
  }
  say("Installing packages. This takes about a minute, and only happens when they change.");
  const began = Date.now();
  // Development packages are always wanted (npm leaves them out under NODE_ENV=production).
  const args = [
    "ci",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const own = process.env.npm_execpath ?? "";
  // npm must not run on the very Node that it is about to replace.
  const env = { ...process.env, PATH: pathWithoutModules() };
  const status = own.endsWith("npm-cli.js")
    ? await runToEnd("node", [own, ...args], env)
    : await runToEnd("npm", args, env);
  if (status !== 0) {
    stop(
      `The packages could not be installed: npm ended with status ${status}, and says why above. ` +
        "The npm registry must be reachable; then give the same command again.",
      1,
    );
  }
  if (!existsSync(runtime)) {
    stop(
      'The packages are installed, but the one named "node" could not fetch its program. ' +
        "Install scripts may be switched off: try `npm config set ignore-scripts false`, remove node_modules and start again.",
      1,
    );
  }
  stamp(lockfileHash());
  say(`Packages installed in ${seconds(began)}.`);
}

/**
 * npm writes its own list of what it installed as its last step. If that agrees with the lockfile,
 * somebody ran `npm ci` or `npm install` themselves and there is nothing to do.
 */
function isInstalledByHand() {
  const wanted = readPackages(join(root, "package-lock.json"));
  const present = readPackages(join(modules, ".package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || present[path]?.version === entry.version,
  );
}

/**
 * A file of its own in place of the old one: where a copy of the folder shares it, that one keeps its stamp.
 *
 * @param {string} hash
 */
function stamp(hash) {
  writeFileSync(`${installed}.new`, hash);
  renameSync(`${installed}.new`, installed);
}

function lockfileHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

/** @param {number} began milliseconds */
function seconds(began) {
  return `${Math.round((Date.now() - began) / 1000)} s`;
}
