import type { ItemDetails, Mapping } from "./model.ts";
import type { NewItem } from "./save-items.ts";
import { findShape } from "./tables/read-table.ts";
import { tableParts } from "./tables/table-parts.ts";

/** What an archive or a table holds at one place. */
export type Part = Omit<NewItem, "originalHash"> & {
  readonly bytes: Uint8Array | null;
  readonly details?: ItemDetails;
};

export type Container = {
  readonly name: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly mapping: Mapping | null;
};

/** What is in an item that holds others; null for one that is a text by itself. */
export async function partsOf(
  item: Container,
  bytes: Uint8Array,
): Promise<AsyncIterable<Part> | null> {
  if (item.kind === "table" && item.parentId === null) {
    return tableParts(item.name, bytes, findShape(bytes), item.mapping);
  }
  return null;
}
