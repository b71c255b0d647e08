import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { log } from "#lib/log.ts";

export type KeptWorker = {
  /** Let it finish what is under way, and end it. */
  stop: () => Promise<void>;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;
/** One that lived this long was well; the next pause is the first again. */
const WELL_MS = 30_000;
/** More than a worker gives itself. */
const LONGEST_STOP_MS = 25_000;

/**
 * Keep a worker beside the app: a process of its own, so that nothing that it reads can harm whoever
 * serves people. One that ends is started again, after a pause that grows while it keeps ending; the
 * app serves on meanwhile. `environment` tells it the database.
 */
export function keepWorker(root: string, environment: NodeJS.ProcessEnv): KeptWorker {
  let child: ChildProcess | null = null;
  let pause: NodeJS.Timeout | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let isStopping = false;

  const start = () => {
    const began = Date.now();
    child = spawn(process.execPath, [join(root, "scripts", "worker.ts")], {
      cwd: root,
      env: environment,
      // A Ctrl-C is for us; we tell it when its turn has come.
      detached: process.platform !== "win32",
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.on("error", (error) => log.warn("The worker could not be started.", { error }));
    child.once("close", (code, signal) => {
      child = null;
      if (isStopping) return;
      pauseMs = Date.now() - began > WELL_MS ? FIRST_PAUSE_MS : pauseMs;
      log.warn("The worker ended and is started again.", { code, signal, inMs: pauseMs });
      pause = setTimeout(start, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
  };
  // Should this process end on the spot, so does the worker: its line to us breaks.
  start();
  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(pause);
      if (child === null) return;
      const ended = once(child, "close");
      const force = setTimeout(() => child?.kill("SIGKILL"), LONGEST_STOP_MS);
      if (child.connected) child.send("stop", () => undefined);
      await ended;
      clearTimeout(force);
    },
  };
}
