import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { repositoryRoot } from "#lib/env.ts";

export type RunningApp = {
  /** Where it answers, without a slash at the end. */
  url: string;
  /** Its private state; commands with the same ONRECORD_DATA speak to its database. */
  dataFolder: string;
  /** What to give to programs that are to find it. */
  env: NodeJS.ProcessEnv;
  /** What it has said so far in the terminal (the last of it, when that is much). */
  output: () => string;
};

const LONGEST_START_MS = 180_000;

/**
 * Serve the built app on a free port with an empty data folder of its own, for as long as `work`
 * runs, beside whatever else is running here. `settings` are further ones of its environment.
 * Nothing of it is left.
 */
export async function withApp<T>(
  work: (app: RunningApp) => Promise<T>,
  settings: Readonly<Record<string, string>> = {},
): Promise<T> {
  const root = repositoryRoot();
  const dataFolder = mkdtempSync(join(tmpdir(), "onrecord-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, ONRECORD_URL: __, ...rest } = process.env;
  const own = { HOST: "127.0.0.1", PORT: String(port), ONRECORD_DATA: dataFolder };
  const env = { ...rest, ...own, ...settings };
  const server = spawn(process.execPath, [join(root, "scripts", "start.ts")], {
    cwd: root,
    env,
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = `${output}${chunk.toString("utf8")}`.slice(-20_000);
    });
  }
  const ended = once(server, "exit");
  const killAll = () => server.kill("SIGKILL");
  process.once("exit", killAll);
  try {
    await untilHealthy(
      url,
      () => server.exitCode ?? server.signalCode,
      () => output,
    );
    return await work({
      url,
      dataFolder,
      env: { ...env, ONRECORD_URL: url },
      output: () => output,
    });
  } finally {
    server.kill("SIGTERM");
    await ended;
    process.off("exit", killAll);
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function untilHealthy(
  url: string,
  endOf: () => number | string | null,
  output: () => string,
): Promise<void> {
  const latest = Date.now() + LONGEST_START_MS;
  while (Date.now() < latest) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    if (endOf() !== null) throw new Error(`The app ended while it started:\n${output()}`);
    await sleep(100);
  }
  throw new Error(`The app did not answer ${url}/api/health in time:\n${output()}`);
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No free port was found.");
  return address.port;
}
