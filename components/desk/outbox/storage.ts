import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { PendingChange } from "./change.ts";
import type { QueueStep } from "./queue.ts";

/** Where the outbox lies: the browser's database, or memory in a test. */
export type OutboxStorage = {
  /** Every change of a person that has not been settled, in order. */
  load(userId: string): Promise<PendingChange[]>;
  /** Resolves once it is on disk. */
  apply(step: Pick<QueueStep, "put" | "remove">): Promise<void>;
  /** Rejects where nothing can be kept: the browser forbids it, or has no room left. */
  probe(): Promise<void>;
};

/** A browser that says nothing for this long to the wish to open its database will not open it. */
const OPENING_MS = 8_000;
/** Room for some hundred changes. */
const PROBE = { key: "probe", userId: "", filling: "x".repeat(100_000) };

/** The outbox in IndexedDB. Opened at the first use; rejects where the browser forbids it. */
export function browserStorage(): OutboxStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  function database(): Promise<IDBPDatabase<Schema>> {
    opened ??= inTime(
      openDB<Schema>("onrecord", 1, {
        upgrade(db) {
          db.createObjectStore("outbox", { keyPath: "key" }).createIndex("userId", "userId");
        },
        terminated() {
          opened = null;
        },
      }),
    );
    // A failed attempt must not stand for ever: the next change tries anew.
    opened.catch(() => {
      opened = null;
    });
    return opened;
  }
  return {
    async load(userId) {
      const rows = await (await database()).getAllFromIndex("outbox", "userId", userId);
      return rows
        .flatMap((row) => ("change" in row ? [row] : []))
        .map((row) => ({ ...row, isKept: true }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    },
    async apply({ put, remove }) {
      const transaction = (await database()).transaction("outbox", "readwrite", {
        durability: "strict",
      });
      await Promise.all([
        ...put.map((each) => transaction.store.put(each)),
        ...remove.map((key) => transaction.store.delete(key)),
        transaction.done,
      ]);
    },
    async probe() {
      const held = await database();
      await held.put("outbox", PROBE);
      await held.delete("outbox", PROBE.key);
    },
  };
}

function inTime<T>(opening: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("The browser does not open its database.")), OPENING_MS);
  });
  return Promise.race([opening, late]);
}

type Schema = DBSchema & {
  outbox: { key: string; value: PendingChange | typeof PROBE; indexes: { userId: string } };
};
