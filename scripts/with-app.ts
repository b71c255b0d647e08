import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { repositoryRoot } from "#lib/env.ts";
import { buildApp } from "./build-app.ts";

export type RunningApp = {
  /** Where it answers, without a slash at the end. */
  url: string;
  /** Its private state; commands with the same ONRECORD_DATA speak to its database. */
  dataFolder: string;
  /** What to give to programs that are to find it. */
  env: NodeJS.ProcessEnv;
  /** What it has said so far in the terminal (the last of it, when that is much). */
  output: () => string;
  /** Ends it on the spot, as a power cut does; its database goes on by itself. */
  crash: () => Promise<void>;
  /** Serves it again after a crash: the same port, the same data. */
  serveAgain: () => Promise<void>;
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
  // A build takes minutes on a busy machine: the start alone is waited for with a limit.
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const build = await buildApp({ root, say, signal: new AbortController().signal });
  const dataFolder = mkdtempSync(join(tmpdir(), "onrecord-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, ONRECORD_URL: __, ...rest } = process.env;
  const own = { HOST: "127.0.0.1", PORT: String(port), ONRECORD_DATA: dataFolder };
  const env = { ...rest, ...own, ...settings };
  let output = "";
  const start = () => {
    const started = spawn(process.execPath, [join(root, "scripts", "start.ts")], {
      cwd: root,
      env,
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output = `${output}${chunk.toString("utf8")}`.slice(-20_000);
      });
    }
    return { process: started, ended: once(started, "exit") };
  };
  let server = start();
  let isCrashed = false;
  const healthy = () =>
    untilHealthy(
      url,
      () => server.process.exitCode ?? server.process.signalCode,
      () => output,
    );
  const serveAgain = async () => {
    server = start();
    isCrashed = false;
    await healthy();
  };
  const killAll = () => server.process.kill("SIGKILL");
  process.once("exit", killAll);
  try {
    await healthy();
    return await work({
      url,
      dataFolder,
      env: { ...env, ONRECORD_URL: url },
      output: () => output,
      crash: async () => {
        isCrashed = true;
        server.process.kill("SIGKILL");
        await server.ended;
      },
      serveAgain,
    });
  } finally {
    // Its database outlives a crash; only an app that is stopped in order stops it too.
    if (isCrashed) await serveAgain().catch(() => undefined);
    server.process.kill("SIGTERM");
    await server.ended;
    process.off("exit", killAll);
    build.release();
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
