import { spawn } from "node:child_process";
import { once } from "node:events";
import { repositoryRoot } from "#lib/env.ts";

export type Said = { status: number; out: string; err: string };

/** `npm run -s onrecord -- …`, as somebody types it in the clone, on the app that `env` names. */
export async function onrecord(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Said> {
  const child = spawn("npm", ["run", "-s", "onrecord", "--", ...args], {
    cwd: repositoryRoot(),
    env,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (piece: string) => (said.out += piece));
  child.stderr.setEncoding("utf8").on("data", (piece: string) => (said.err += piece));
  const [status] = await once(child, "close");
  return { status: Number(status), ...said };
}

/** What a command prints with --json, a value a line. Throws with its words when it was refused. */
export async function onrecordJson(
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): Promise<unknown[]> {
  const { status, out, err } = await onrecord([...args, "--json"], env);
  if (status !== 0)
    throw new Error(`onrecord ${args.join(" ")} ended with ${status}: ${err}${out}`);
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}
