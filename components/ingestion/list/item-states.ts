import type { ShapeKind } from "#components/ui/shape.tsx";
import type { Ingestion, IngestionKind, ItemState } from "#lib/ingestion/model.ts";

/** How the state of an item is told: by a word and a shape. */
export const ITEM_STATE_LOOKS: Readonly<Record<ItemState, { word: string; shape: ShapeKind }>> = {
  waiting: { word: "Waiting", shape: "dashed" },
  running: { word: "Being read", shape: "half" },
  added: { word: "Added", shape: "full" },
  revision: { word: "New revision", shape: "full" },
  "near-duplicate": { word: "Added, much like another", shape: "full" },
  duplicate: { word: "Here already", shape: "hollow" },
  unpacked: { word: "Unpacked", shape: "hollow" },
  failed: { word: "Failed", shape: "struck" },
  cancelled: { word: "Cancelled", shape: "struck" },
};

/** In the order in which they are offered as filters: what needs somebody first. */
export const FILTER_STATES = [
  "failed",
  "waiting",
  "running",
  "added",
  "revision",
  "near-duplicate",
  "duplicate",
  "unpacked",
  "cancelled",
] as const satisfies readonly ItemState[];

export const KIND_WORDS: Readonly<Record<IngestionKind, string>> = {
  files: "Files",
  addresses: "Addresses",
  table: "Table",
  feed: "Feed",
  watch: "Watched page",
  share: "Sent from the browser",
};

/** How many items there are in all. */
export function countItems({ counts }: Pick<Ingestion, "counts">): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** How many have come to an end, whichever. */
export function countSettled(ingestion: Pick<Ingestion, "counts">): number {
  const { waiting, running } = ingestion.counts;
  return countItems(ingestion) - waiting - running;
}
