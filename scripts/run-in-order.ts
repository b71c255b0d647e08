import { constants } from "node:os";
import { isDomainError } from "#lib/errors.ts";

export type Run = {
  /** Tell whoever started this something, on standard error. */
  say: (sentence: string) => void;
  /** Aborted when the process was told to stop, or when stop() was called. */
  signal: AbortSignal;
  /** Begin the stop, because of an error that came outside the main thread of work. */
  stop: (error: unknown) => void;
  /** The work is done: stop, and end with this status. */
  finish: (status: number) => void;
  /** Take back what was begun; the last begun is taken back first. */
  onStop: (undo: () => unknown) => void;
};

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Whatever hangs after this is left behind. */
const LONGEST_STOP_MS = 30_000;

/**
 * Run something that goes on until Ctrl-C, SIGTERM or SIGHUP, and then take back in order what it
 * began, also when the signal comes in the middle of the start. A second signal changes nothing:
 * a terminal sends one to us and one to npm, which hands it on. Ends the process: 0 when it was
 * stopped while it ran, 1 for a problem, which is printed as a sentence.
 */
export async function runInOrder(work: (run: Run) => Promise<void>): Promise<never> {
  const controller = new AbortController();
  const undos: (() => unknown)[] = [];
  const stopped = new Promise<void>((resolve) => {
    controller.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  let problem: unknown;
  let status = 0;
  let isRunning = false;

  const stop = (error: unknown) => {
    if (controller.signal.aborted) return;
    problem = error;
    status = 1;
    controller.abort(error);
  };
  const finish = (wanted: number) => {
    if (controller.signal.aborted) return;
    status = wanted;
    controller.abort();
  };
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (controller.signal.aborted) return;
      say(isRunning ? "Stopping." : "Stopping before it was done.");
      status = isRunning ? 0 : 128 + constants.signals[name];
      controller.abort();
    });
  }
  // What nobody caught is a bug. What is open is closed all the same.
  process.on("uncaughtException", stop);
  process.on("unhandledRejection", stop);

  try {
    await work({
      say,
      signal: controller.signal,
      stop,
      finish,
      onStop: (undo) => undos.push(undo),
    });
    isRunning = true;
    await stopped;
  } catch (error) {
    stop(error);
  }
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
  if (problem !== undefined) say(explain(problem));
  for (const undo of undos.reverse()) {
    try {
      await undo();
    } catch (error) {
      say(explain(error));
      status = 1;
    }
  }
  process.exit(status);
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function explain(error: unknown): string {
  if (isDomainError(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
