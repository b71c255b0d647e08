import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { rowsBetween, stepsFrom, type KeptStep, type Steps } from "./step.ts";

/** Where a person's steps on an article are kept, so that a reload does not take undo away. */
export type StepStorage = {
  load(): Promise<Steps>;
  /** Keeps what has changed. Never rejects: without a database the steps last until the page is left. */
  save(before: Steps, now: Steps): Promise<void>;
};

type Row = KeptStep & { readonly key: string; readonly place: string };
type Schema = DBSchema & { steps: { key: string; value: Row; indexes: { place: string } } };

/** The steps in IndexedDB, beside the outbox. */
export function browserSteps(userId: string, articleId: string): StepStorage {
  const place = `${userId} ${articleId}`;
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  let order: Promise<void> = Promise.resolve();
  function database(): Promise<IDBPDatabase<Schema>> {
    opened ??= openDB<Schema>("onrecord-steps", 1, {
      upgrade(db) {
        db.createObjectStore("steps", { keyPath: "key" }).createIndex("place", "place");
      },
      terminated() {
        opened = null;
      },
    });
    return opened;
  }
  return {
    async load() {
      try {
        return stepsFrom(await (await database()).getAllFromIndex("steps", "place", place));
      } catch {
        opened = null;
        return { undo: [], redo: [] };
      }
    },
    save(before, now) {
      const { put, remove } = rowsBetween(before, now);
      order = order.then(async () => {
        try {
          const transaction = (await database()).transaction("steps", "readwrite");
          await Promise.all([
            ...put.map((row) => transaction.store.put({ ...row, key: row.step.key, place })),
            ...remove.map((key) => transaction.store.delete(key)),
            transaction.done,
          ]);
        } catch {
          opened = null;
        }
      });
      return order;
    },
  };
}
