import { isArchive } from "#lib/extraction/zip-type.ts";
import { archiveParts } from "./archive-parts.ts";
import type { ItemDetails, Mapping } from "./model.ts";
import type { NewItem } from "./save-items.ts";
import { isTableName } from "./tables/is-table-name.ts";
import { findShape } from "./tables/read-table.ts";
import { tableParts } from "./tables/table-parts.ts";

/** What an archive or a table holds at one place. */
export type Part = Omit<NewItem, "originalHash"> & {
  readonly bytes: Uint8Array | null;
  readonly details?: ItemDetails;
};

/** Something that may hold others. */
export type Container = {
  readonly name: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly mapping: Mapping | null;
};

/**
 * What is in an item that holds others; null for one that is a text by itself. The table of a table
 * ingestion is one by whatever name; a file is one by its ending.
 */
export function partsOf(item: Container, bytes: Uint8Array): AsyncIterable<Part> | null {
  if (item.kind === "table" && item.parentId === null) {
    return tableParts(item.name, bytes, findShape(bytes), item.mapping);
  }
  // A page out of a browser is called by its title, which says nothing of its kind.
  if (item.kind === "share" && item.parentId === null) return null;
  if (isTableName(item.name)) return tableParts(item.name, bytes, findShape(bytes), null);
  if (isArchive(bytes)) return archiveParts(item.name, bytes);
  return null;
}
