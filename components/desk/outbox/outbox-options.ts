import type { Outcome, PendingChange } from "./change.ts";
import type { Connection } from "./outbox.ts";
import type { Queue } from "./queue.ts";
import type { OutboxStorage } from "./storage.ts";

export type OutboxState = {
  readonly queue: Queue;
  readonly connection: Connection;
  /** The browser keeps nothing: work is safe only once it is saved. */
  readonly isStorageBroken: boolean;
};

/** What an outbox is given of the world: time, the browser's database, the server, other tabs. */
export type OutboxOptions = {
  readonly userId: string;
  readonly articleId: string;
  readonly storage: OutboxStorage;
  readonly send: (change: PendingChange) => Promise<Outcome>;
  /** Who the server takes the browser for; null when it does not answer or nobody is signed in. */
  readonly whoIs: () => Promise<string | null>;
  /** A new key that sorts behind `after`, the last that is known here, whatever the clock says. */
  readonly makeKey: (after: string | null) => string;
  readonly now: () => number;
  /** Only one tab sends at a time; resolves when it is this one's turn. */
  readonly untilMyTurn: () => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly onState: (state: OutboxState) => void;
  readonly onSettled: (change: PendingChange, outcome: Outcome) => void;
  /** Another tab has brought these to the server; resolves when it is known what became of them. */
  readonly onSettledElsewhere: (changes: readonly PendingChange[]) => Promise<void>;
  /** Other tabs should look at the database again. */
  readonly onStored: () => void;
  /** How the line is, for tabs that do not send. */
  readonly onLine: (line: Connection) => void;
  /** The tab that sends should try at once. */
  readonly askToRetry: () => void;
};
