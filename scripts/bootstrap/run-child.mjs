import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./clone.mjs";

/**
 * Runs a program in the clone and gives its status; 127 when it could not be started. Ctrl-C ends both.
 *
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @param {Buffer[]} [kept] takes the output, which otherwise goes to standard error
 * @returns {Promise<number>}
 */
export function runToEnd(command, args, env, kept) {
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
