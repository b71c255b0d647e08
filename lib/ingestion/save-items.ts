import { v7 } from "uuid";
import type { Context } from "#lib/context.ts";
import type { ItemDetails } from "./model.ts";

/** An item as it is brought: bytes that are kept already, an address to fetch, or why it is neither. */
export type NewItem = {
  readonly index: number;
  readonly name: string;
  readonly url?: string | null;
  readonly originalHash?: string | null;
  readonly mediaType?: string | null;
  readonly charset?: string | null;
  readonly details?: ItemDetails;
  /** It cannot be taken in: it is a failed item from the start. */
  readonly problem?: string | null;
};

/**
 * Write items of an ingestion, or of an archive or table within it, in one statement. One whose place
 * is taken is left as it is. Answers with how many are new.
 */
export async function saveItems(
  ctx: Context,
  ingestion: { id: string; projectId: string },
  parentId: string | null,
  items: readonly NewItem[],
): Promise<number> {
  const rows = items.map((item) => ({
    id: v7(),
    index: item.index,
    name: item.name.replaceAll("\0", "").toWellFormed().slice(0, 1_000),
    url: item.url ?? null,
    original_hash: item.originalHash ?? null,
    media_type: item.mediaType ?? null,
    charset: item.charset ?? null,
    details: item.details ?? {},
    problem: item.problem ?? null,
  }));
  return ctx.db.$executeRaw`
    INSERT INTO "ingestion_item" ("id", "ingestion_id", "project_id", "parent_id", "index", "name", "url", "original_hash",
                                  "media_type", "charset", "details", "state", "problem", "finished_at", "created_at")
    SELECT r."id", ${ingestion.id}::uuid, ${ingestion.projectId}::uuid, ${parentId}::uuid, r."index", r."name", r."url",
           r."original_hash", r."media_type", r."charset", r."details",
           CASE WHEN r."problem" IS NULL THEN 'waiting' ELSE 'failed' END, r."problem",
           CASE WHEN r."problem" IS NULL THEN NULL ELSE ${ctx.now}::timestamptz END, ${ctx.now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r ("id" uuid, "index" int, "name" text, "url" text, "original_hash" text, "media_type" text, "charset" text,
              "details" jsonb, "problem" text)
    ON CONFLICT DO NOTHING`;
}
