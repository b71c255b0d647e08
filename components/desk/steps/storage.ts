import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { whenPainted } from "#components/ui/when-painted.ts";
import { openTabs, tabName } from "./tab-name.ts";
import { rowsBetween, stepsFrom, type KeptStep, type Steps } from "./step.ts";

/**
 * Where a person's steps on an article are kept, so that a reload does not take undo away. Each tab has
 * its own: nobody undoes in one what they did in another.
 */
export type StepStorage = {
  /** This tab's steps, and those that closed tabs have left behind. */
  load(): Promise<Steps>;
  /** Keeps what has changed. Never rejects: without a database the steps last until the page is left. */
  save(before: Steps, now: Steps): Promise<void>;
};

type Row = KeptStep & { readonly key: string; readonly place: string; readonly tab?: string };
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
  async function adopt(rows: readonly Row[], tab: string): Promise<void> {
    const transaction = (await database()).transaction("steps", "readwrite");
    await Promise.all([
      ...rows.map((row) => transaction.store.put({ ...row, tab })),
      transaction.done,
    ]);
  }
  return {
    async load() {
      try {
        const rows = await (await database()).getAllFromIndex("steps", "place", place);
        const name = await tabName();
        // Asked after they were read: whoever wrote one of them was open before.
        const open = await openTabs();
        const mine = rows.filter(({ tab }) => tab === name || tab === undefined || !open.has(tab));
        const found = mine.filter(({ tab }) => tab !== name);
        if (found.length > 0) await adopt(found, name);
        return stepsFrom(mine);
      } catch {
        opened = null;
        return { undo: [], redo: [] };
      }
    },
    save(before, now) {
      const { put, remove } = rowsBetween(before, now);
      // The work itself is kept at once, by the outbox; its undoing can wait for the frame.
      const isPainted = new Promise<void>(whenPainted);
      order = order.then(async () => {
        await isPainted;
        try {
          const tab = await tabName();
          const transaction = (await database()).transaction("steps", "readwrite");
          await Promise.all([
            ...put.map((row) => transaction.store.put({ ...row, key: row.step.key, place, tab })),
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
