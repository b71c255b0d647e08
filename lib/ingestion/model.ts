import { z } from "zod";
import { ArticleDetails } from "#lib/articles/model.ts";

/** What was brought in one go. "feed" and "watch" are made by what is followed, never by a request. */
export const INGESTION_KINDS = ["files", "addresses", "table", "feed", "watch", "share"] as const;
export const IngestionKind = z.enum(INGESTION_KINDS);
export type IngestionKind = z.infer<typeof IngestionKind>;

/** What may become of a file, an address or a row; `unpacked`: what was in it became items of their own. */
export const ITEM_STATES = [
  "waiting",
  "running",
  "added",
  "duplicate",
  "near-duplicate",
  "revision",
  "unpacked",
  "failed",
  "cancelled",
] as const;
export const ItemState = z.enum(ITEM_STATES);
export type ItemState = z.infer<typeof ItemState>;

/** How a text was taken in. */
export const TAKEN_STATES = ["added", "duplicate", "near-duplicate", "revision"] as const;
export type TakenState = (typeof TAKEN_STATES)[number];

/** Most items that one ingestion is given by requests; archives and tables unpack to more. */
export const MOST_ITEMS = 100_000;
/** Most addresses of one list. */
export const MOST_ADDRESSES = 10_000;
/** Most bytes of one file as it is sent; a text within an archive or a table has its own limit. */
export const MOST_UPLOAD_BYTES = 100 * 1024 * 1024;

/** What a column of a table can hold. */
export const TABLE_FIELDS = [
  "text",
  "html",
  "url",
  "title",
  "publisher",
  "byline",
  "published",
  "language",
] as const;
export const TableField = z.enum(TABLE_FIELDS);
export type TableField = z.infer<typeof TableField>;

/** Which column, by its name, holds what. A table needs one with the text, the HTML or the address. */
export const Mapping = z
  .partialRecord(TableField, z.string().min(1).max(1_000))
  .refine((mapping) => Boolean(mapping.text ?? mapping.html ?? mapping.url), {
    message: "Say which column holds the text, the HTML or the address.",
  });
export type Mapping = z.infer<typeof Mapping>;

/** What is known of an item before its text is read. */
export const ItemDetails = ArticleDetails.omit({ url: true });
export type ItemDetails = z.infer<typeof ItemDetails>;

export const NewIngestion = z.object({
  id: z.uuid().toLowerCase(),
  name: z.string().trim().min(1).max(300),
  kind: z.enum(["files", "addresses", "table", "share"]),
  addresses: z.array(z.string()).max(MOST_ADDRESSES).optional(),
  mapping: Mapping.optional(),
});
export type NewIngestion = z.infer<typeof NewIngestion>;

export type ItemCounts = Readonly<Record<ItemState, number>>;

export type Ingestion = {
  id: string;
  projectId: string;
  name: string;
  kind: IngestionKind;
  createdBy: { id: string; name: string } | null;
  createdAt: string;
  /** Whoever brings it has sent all of it. */
  complete: boolean;
  cancelledAt: string | null;
  counts: ItemCounts;
  /** All was sent, and nothing waits or is under way. */
  isDone: boolean;
  /** How many failed and may do better when they are tried again (IngestionItem.canRetry). */
  retryable: number;
};

export type IngestionItem = {
  id: string;
  ingestionId: string;
  projectId: string;
  index: number;
  parentId: string | null;
  name: string;
  url: string | null;
  state: ItemState;
  articleId: string | null;
  articleTitle: string | null;
  problem: string | null;
  attempts: number;
  startedAt: string | null;
  finishedAt: string | null;
  createdAt: string;
  /** It failed or was cancelled, and there are bytes or an address: a broken row has neither. */
  canRetry: boolean;
};

/** What became of one input of the command line. */
export type IngestResult = {
  /** What was given, or the file's path below it. */
  input: string;
  status: TakenState | "failed";
  /** The article that was made, or that was there. */
  articleId: string | null;
  /** Why it failed, in a sentence. */
  problem: string | null;
};
