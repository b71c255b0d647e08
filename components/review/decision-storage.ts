import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { z } from "zod";
import { AnnotationContent, AnnotationState } from "#lib/annotations/model.ts";
import { RejectReason } from "#lib/review/model.ts";
import type { SentDecision } from "./sent-decision.ts";

/** Where decisions lie that the server has not answered: each by itself, for all tabs of the person. */
export type DecisionStorage = {
  /** In the order in which they were made. */
  load(): Promise<SentDecision[]>;
  put(sent: SentDecision): Promise<void>;
  /** Notes that it sets out; false when another tab has taken it out meanwhile. */
  setOut(key: string): Promise<boolean>;
  /** Removes it if it has not set out; false when it has, or is gone. */
  takeOut(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
};

/** Decisions in IndexedDB, beside the outbox of the desk. Every call rejects where the browser forbids it. */
export function decisionStorage(userId: string, projectId: string): DecisionStorage {
  const place = `${userId} ${projectId}`;
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  function database(): Promise<IDBPDatabase<Schema>> {
    opened ??= openDB<Schema>("onrecord-decisions", 1, {
      upgrade(db) {
        db.createObjectStore("decisions", { keyPath: "key" }).createIndex("place", "place");
      },
      terminated() {
        opened = null;
      },
    });
    opened.catch(() => {
      opened = null;
    });
    return opened;
  }
  async function change(
    key: string,
    next: (row: Row) => "delete" | "leave" | Row,
  ): Promise<boolean> {
    const transaction = (await database()).transaction("decisions", "readwrite", STRICT);
    const row = await transaction.store.get(key);
    const wanted = row ? next(row) : "leave";
    if (wanted === "delete") await transaction.store.delete(key);
    else if (wanted !== "leave") await transaction.store.put(wanted);
    await transaction.done;
    return wanted !== "leave";
  }
  async function takeOverList(): Promise<void> {
    const name = `onrecord.decisions.${userId}.${projectId}`;
    const list = readOlderList(name);
    if (list === null) return;
    const transaction = (await database()).transaction("decisions", "readwrite", STRICT);
    for (const sent of list) {
      void transaction.store.put({ ...sent, tab: "", refusal: null, place });
    }
    await transaction.done;
    localStorage.removeItem(name);
  }
  return {
    async load() {
      await takeOverList();
      const rows = await (await database()).getAllFromIndex("decisions", "place", place);
      return rows
        .flatMap((row) => {
          const parsed = Kept.safeParse(row);
          return parsed.success ? [parsed.data] : [];
        })
        .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    },
    async put(sent) {
      const transaction = (await database()).transaction("decisions", "readwrite", STRICT);
      await Promise.all([transaction.store.put({ ...sent, place }), transaction.done]);
    },
    setOut: (key) => change(key, (row) => ({ ...row, attempts: row.attempts + 1 })),
    takeOut: (key) => change(key, (row) => (row.attempts === 0 ? "delete" : "leave")),
    async remove(key) {
      await (await database()).delete("decisions", key);
    },
  };
}

const STRICT = { durability: "strict" } as const;

type Row = SentDecision & { readonly place: string };
type Schema = DBSchema & { decisions: { key: string; value: Row; indexes: { place: string } } };

const Item = z.object({
  id: z.string(),
  articleId: z.string(),
  revision: z.number(),
  ...AnnotationContent.shape,
  state: AnnotationState,
  version: z.number(),
  author: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  updatedAt: z.string(),
  submittedAt: z.string(),
  articleTitle: z.string(),
});

const Decision = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("approve") }),
  z.object({ kind: z.literal("correct"), content: AnnotationContent, comment: z.string() }),
  z.object({ kind: z.literal("reject"), reason: RejectReason, comment: z.string() }),
  z.object({ kind: z.literal("undo") }),
]);

const Problem = z.object({
  code: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.string()),
  detail: z.record(z.string(), z.unknown()),
});

/** Another version of the app may have written it. */
const Kept = z.object({
  key: z.string(),
  tab: z.string(),
  item: Item,
  decision: Decision,
  attempts: z.number(),
  refusal: Problem.nullable(),
});

const OlderList = z.array(Kept.omit({ tab: true, refusal: true }));

/** An older version of the app kept one list for all tabs, elsewhere in the browser. */
function readOlderList(name: string): z.infer<typeof OlderList> | null {
  try {
    const kept = localStorage.getItem(name);
    return kept === null ? null : (OlderList.safeParse(JSON.parse(kept)).data ?? null);
  } catch {
    // A browser that keeps nothing there, or something that is no JSON: there is nothing to take over.
    return null;
  }
}
