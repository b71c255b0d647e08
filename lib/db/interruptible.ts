import { constants } from "node:os";
import { DomainError } from "#lib/errors.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Run `work` so that Ctrl-C does not cut it off: it is asked to take back what it began, by its
 * AbortSignal, and then refused in a sentence. Other listeners for the signals hear them as well.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const refusal = new DomainError(
    "unavailable",
    "Stopped before the database was ready. Nothing is left running.",
  );
  const stop = onSignal(() => controller.abort(refusal));
  try {
    return await work(controller.signal);
  } finally {
    stop();
  }
}

/** Close in order when the process is told to end, and end it with the status of that signal. */
export function closeOnSignal(close: () => Promise<void>): () => void {
  return onSignal((signal) => {
    const end = () => process.exit(128 + constants.signals[signal]);
    close().then(end, end);
  });
}

/** `act` once, on the first signal; the function that is given back takes the listeners away. */
function onSignal(act: (signal: (typeof SIGNALS)[number]) => void): () => void {
  let isTold = false;
  const listener = (signal: NodeJS.Signals) => {
    const known = SIGNALS.find((name) => name === signal);
    if (isTold || known === undefined) return;
    isTold = true;
    act(known);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
}
