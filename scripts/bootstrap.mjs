// The only code that must run on whatever Node a machine has. It installs what is missing, makes
// the Prisma client, and hands over to scripts/NAME.ts on the Node that package.json pins.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pathWithModules, root, running, runtime } from "./bootstrap/clone.mjs";
import { install, isInstalled } from "./bootstrap/install-packages.mjs";
import { isClientMade, makeClient } from "./bootstrap/make-client.mjs";
import { say, stop } from "./bootstrap/say.mjs";
import { withLock } from "./lock.mjs";
import { noteRunning } from "./running.mjs";

const OLDEST = [20, 19];

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
  return isInstalled() && isClientMade();
}

async function prepare() {
  if (!isInstalled()) await install();
  if (!isClientMade()) await makeClient();
}

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

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  await run(process.argv[2], process.argv.slice(3));
}
