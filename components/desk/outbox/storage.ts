import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { PendingChange } from "./change.ts";
import type { QueueStep } from "./queue.ts";

/** Where the outbox lies: the browser's database, or memory in a test. */
export type OutboxStorage = {
  /** Every change of a person that has not been settled, in order. */
  load(userId: string): Promise<PendingChange[]>;
  /** Resolves once it is on disk. */
  apply(step: Pick<QueueStep, "put" | "remove">): Promise<void>;
};

/** The outbox in IndexedDB. Opened at the first use; rejects where the browser forbids it. */
export function browserStorage(): OutboxStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  function database(): Promise<IDBPDatabase<Schema>> {
    opened ??= openDB<Schema>("onrecord", 1, {
      upgrade(db) {
        db.createObjectStore("outbox", { keyPath: "key" }).createIndex("userId", "userId");
      },
      terminated() {
        opened = null;
      },
    });
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
  };
}

type Schema = DBSchema & {
  outbox: { key: string; value: PendingChange; indexes: { userId: string } };
};
