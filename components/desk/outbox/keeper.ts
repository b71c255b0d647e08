import type { PendingChange } from "./change.ts";
import type { QueueStep } from "./queue.ts";
import type { OutboxStorage } from "./storage.ts";

type Writing = Pick<QueueStep, "put" | "remove">;

/** Writes into the browser's database what the queue says, one step after another. */
export type Keeper = {
  write(step: Writing): void;
  /** Resolves once everything that was to be written is, or cannot be. */
  written(): Promise<void>;
  /** The browser would not even read. */
  fails(): void;
};

type Options = {
  readonly storage: OutboxStorage;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly isStopped: () => boolean;
  /** These are on disk. */
  readonly onKept: (rows: readonly PendingChange[]) => void;
  /** It keeps nothing, or does again. */
  readonly onBroken: (isBroken: boolean) => void;
  /** A step was written, or could not be. */
  readonly onDone: () => void;
};

/** How long the browser's database is left alone after it has refused something. */
const REST_MS = 5_000;

/** Tells at once where nothing can be kept, and tries again every few seconds. */
export function keeperOf(options: Options): Keeper {
  const { storage } = options;
  let isBroken = false;
  let isResting = false;
  /** Rows that are settled and could not be removed. */
  const owed = new Set<string>();
  let written: Promise<void> = Promise.resolve();

  async function write(step: Writing): Promise<void> {
    try {
      if (isBroken) await storage.probe();
      await storage.apply({
        put: step.put.map((each) => ({ ...each, isKept: true })),
        remove: [...owed, ...step.remove],
      });
      owed.clear();
      options.onKept(step.put);
      if (isBroken) {
        isBroken = false;
        options.onBroken(false);
      }
    } catch {
      for (const key of step.remove) owed.add(key);
      fails();
    }
    options.onDone();
  }

  function fails(): void {
    if (!isBroken) {
      isBroken = true;
      options.onBroken(true);
    }
    if (isResting || options.isStopped()) return;
    isResting = true;
    void options.wait(REST_MS).then(() => {
      isResting = false;
      if (isBroken && !options.isStopped()) queue({ put: [], remove: [] });
    });
  }

  function queue(step: Writing): void {
    written = written.then(() => write(step));
  }

  storage.probe().catch(fails);
  return { write: queue, written: () => written, fails };
}
