import { type ChildProcess, spawn, type StdioOptions } from "node:child_process";
import { programEnvironment } from "#lib/env.ts";
import type { RunAs } from "./run-as.ts";

/**
 * Start a program of PostgreSQL in a process group of its own: a Ctrl-C in the terminal must not
 * reach the server before the app has finished. Nothing of the surroundings is handed down but
 * what finds programs and libraries, so that no locale and no PG… variable bends what it does.
 */
export function startProgram(
  runAs: RunAs,
  program: string,
  args: string[],
  stdio: StdioOptions,
): ChildProcess {
  const [first = program, ...rest] = [...runAs.prefix, program, ...args];
  return spawn(first, rest, {
    stdio,
    detached: true,
    windowsHide: true,
    cwd: "/",
    env: programEnvironment(),
    ...runAs.user,
  });
}

/** Run a program to its end, with `input` on its standard input. Rejects with all that it wrote. */
export function runProgram(
  runAs: RunAs,
  program: string,
  args: string[],
  input = "",
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = startProgram(runAs, program, args, ["pipe", "pipe", "pipe"]);
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk: string) => output.push(chunk));
    }
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(output.join(""));
      else
        reject(new Error(output.join("") || `${program} ended with ${signal ?? `status ${code}`}`));
    });
    // A program that ends early closes its input; why it did is told by its output.
    child.stdin?.on("error", () => undefined).end(input);
  });
}
