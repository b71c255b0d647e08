// The only code that must run on whatever Node a machine has. It installs what is missing, makes
// the Prisma client, and hands over to scripts/NAME.ts on the Node that package.json pins.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";
import { listRunning, noteRunning } from "./running.mjs";

const OLDEST = [20, 19];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const runtime = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const running = join(root, ".builds", "running");
const installed = join(modules, ".onrecord-installed");
const generated = join(root, "generated", "prisma", ".made-from");

/**
 * Prepare the clone and run scripts/NAME.ts with the arguments; this process ends with its status.
 *
 * @param {string | undefined} name
 * @param {string[]} args
 */
export async function run(name, args) {
  refuseOldNode();
  const script = join(root, "scripts", `${name}.ts`);
  if (name === undefined || !existsSync(script)) {
    stop(
      `There is no command named "${name ?? ""}". Try npm start, npm test or npm run onrecord.`,
      2,
    );
  }
  if (!isReady()) {
    await withLock(join(root, ".builds", "install.lock"), prepare, {
      onWait: () => say("Waiting for another start that is installing packages."),
    });
  }
  handOver(name, [script, ...args]);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(
    `Onrecord needs Node ${OLDEST.join(".")} or newer; this is Node ${process.versions.node}.`,
    1,
  );
}

function isReady() {
  return isInstalled() && readText(generated) === schemaHash();
}

async function prepare() {
  if (!isInstalled()) await install();
  if (readText(generated) !== schemaHash()) await generate();
}

// --- packages ---------------------------------------------------------------------------------

function isInstalled() {
  if (!existsSync(runtime)) return false;
  const wanted = lockfileHash();
  if (readText(installed) === wanted) return true;
  if (!isInstalledByHand()) return false;
  stamp(wanted);
  return true;
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

async function install() {
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

function lockfileHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

// --- Prisma client ----------------------------------------------------------------------------

async function generate() {
  const hash = schemaHash();
  if (hash === "") return;
  // `generate` needs no engine; it only checks that the file exists, and would download it otherwise.
  const env = {
    ...process.env,
    PATH: pathWithModules(),
    PRISMA_SCHEMA_ENGINE_BINARY: runtime,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const cli = join(modules, "prisma", "build", "index.js");
  const chunks = /** @type {Buffer[]} */ ([]);
  const status = await runToEnd(runtime, [cli, "generate"], env, chunks);
  if (status !== 0) {
    process.stderr.write(Buffer.concat(chunks));
    stop(
      "The database client could not be generated from prisma/schema; Prisma says why above.",
      1,
    );
  }
  mkdirSync(dirname(generated), { recursive: true });
  writeFileSync(generated, hash);
}

/** What the client is made from; empty when there is no schema. */
function schemaHash() {
  const folder = join(root, "prisma", "schema");
  if (!existsSync(folder)) return "";
  const hash = createHash("sha256").update(
    readPackages(join(root, "package-lock.json"))?.["node_modules/prisma"]?.version ?? "",
  );
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith(".prisma"))
      hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

// --- handing over -----------------------------------------------------------------------------

/** @param {string} name @param {string[]} args */
function handOver(name, args) {
  // The command line takes paths relative to where the user stands; all else works in the clone.
  const cwd = name === "cli" ? (process.env.INIT_CWD ?? process.cwd()) : root;
  const child = spawn(runtime, args, {
    cwd,
    stdio: "inherit",
    env: { ...process.env, PATH: pathWithModules() },
  });
  const forget = child.pid === undefined ? null : noteRunning(running, child.pid, name);
  // A terminal's Ctrl-C reaches the child as well; scripts take the second one as the first.
  const forward = /** @param {NodeJS.Signals} signal */ (signal) => child.kill(signal);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, forward);
  child.on("error", (error) => stop(`The runtime could not be started: ${error.message}`, 1));
  child.on("exit", (code, signal) => {
    forget?.();
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}

/**
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @param {Buffer[]} [kept] takes the output, which otherwise goes to standard error
 * @returns {Promise<number>}
 */
function runToEnd(command, args, env, kept) {
  return new Promise((resolve) => {
    const output = kept ? "pipe" : process.stderr;
    const shell = process.platform === "win32" && command === "npm";
    const child = spawn(command, args, {
      cwd: root,
      env,
      shell,
      stdio: ["ignore", output, output],
    });
    for (const stream of kept ? [child.stdout, child.stderr] : [])
      stream?.on("data", (chunk) => kept?.push(chunk));
    const forward = /** @param {NodeJS.Signals} signal */ (signal) => child.kill(signal);
    const signals = /** @type {const} */ (["SIGINT", "SIGTERM"]);
    for (const signal of signals) process.on(signal, forward);
    const end = /** @param {number} status */ (status) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(status);
    };
    child.on("error", () => end(127));
    child.on("close", (code, signal) => {
      if (signal === "SIGINT" || signal === "SIGTERM")
        process.exit(128 + constants.signals[signal]);
      end(code ?? 1);
    });
  });
}

function pathWithModules() {
  return `${join(modules, ".bin")}${delimiter}${process.env.PATH ?? ""}`;
}

function pathWithoutModules() {
  const inside = modules + sep;
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((entry) => !`${entry}${sep}`.startsWith(inside))
    .join(delimiter);
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function readPackages(file) {
  const text = readText(file);
  return text === "" ? null : JSON.parse(text).packages;
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** @param {number} began milliseconds */
function seconds(began) {
  return `${Math.round((Date.now() - began) / 1000)} s`;
}

/** Messages go to standard error: standard output belongs to the command. @param {string} sentence */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** @param {string} sentence @param {number} status @returns {never} */
function stop(sentence, status) {
  say(sentence);
  process.exit(status);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  await run(process.argv[2], process.argv.slice(3));
}
