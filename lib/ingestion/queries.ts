import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";
import {
  type Ingestion,
  type IngestionItem,
  IngestionKind,
  ITEM_STATES,
  type ItemCounts,
  ItemState,
} from "./model.ts";

/** An ingestion, and what became of its items so far. */
export async function getIngestion(ctx: Context, id: string): Promise<Ingestion> {
  const [row] = await readIngestions(ctx, Prisma.sql`i."id" = ${id}::uuid`, 1);
  if (!row) throw notFound("ingestion");
  authorize(ctx.actor, "ingestion.read", row);
  return row;
}

/** A project's ingestions, newest first. `after` is the `next` of the page before. */
export async function listIngestions(
  ctx: Context,
  projectId: string,
  page: { after?: string | undefined; limit: number },
): Promise<{ items: Ingestion[]; next: string | null }> {
  authorize(ctx.actor, "ingestion.read", { projectId });
  const after =
    page.after === undefined
      ? Prisma.empty
      : Prisma.sql`AND (i."created_at", i."id") < (${readCursor(page.after).at}, ${readCursor(page.after).id}::uuid)`;
  const rows = await readIngestions(
    ctx,
    Prisma.sql`i."project_id" = ${projectId}::uuid ${after}`,
    page.limit + 1,
  );
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > page.limit && last ? `${last.createdAt}_${last.id}` : null,
  };
}

/** The items of an ingestion in the order in which they came, as a page by id. */
export async function listItems(
  ctx: Context,
  ingestionId: string,
  page: { state?: ItemState | undefined; after?: string | undefined; limit: number },
): Promise<IngestionItem[]> {
  const ingestion = await ctx.db.ingestion.findUnique({ where: { id: ingestionId } });
  if (!ingestion) throw notFound("ingestion");
  authorize(ctx.actor, "ingestion.read", ingestion);
  const state = page.state === undefined ? Prisma.empty : Prisma.sql`AND t."state" = ${page.state}`;
  const after =
    page.after === undefined ? Prisma.empty : Prisma.sql`AND t."id" > ${page.after}::uuid`;
  return readItems(
    ctx,
    Prisma.sql`t."ingestion_id" = ${ingestionId}::uuid ${state} ${after}`,
    page.limit,
  );
}

export async function getItem(ctx: Context, id: string): Promise<IngestionItem> {
  const [item] = await readItems(ctx, Prisma.sql`t."id" = ${id}::uuid`, 1);
  if (!item) throw notFound("item");
  authorize(ctx.actor, "ingestion.read", item);
  return item;
}

const Row = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  kind: IngestionKind,
  createdById: z.string().nullable(),
  createdByName: z.string().nullable(),
  createdAt: z.date(),
  complete: z.boolean(),
  cancelledAt: z.date().nullable(),
  counts: z.partialRecord(ItemState, z.int()),
  retryable: z.int(),
});

async function readIngestions(
  ctx: Context,
  where: Prisma.Sql,
  limit: number,
): Promise<Ingestion[]> {
  const rows = await ctx.db.$queryRaw`
    SELECT i."id", i."project_id" AS "projectId", i."name", i."kind", i."created_by_id" AS "createdById",
           u."name" AS "createdByName", i."created_at" AS "createdAt", i."complete", i."cancelled_at" AS "cancelledAt",
           coalesce((SELECT json_object_agg(c."state", c."n")
                       FROM (SELECT t."state", count(*)::int AS "n" FROM "ingestion_item" t
                              WHERE t."ingestion_id" = i."id" GROUP BY t."state") c), '{}'::json) AS "counts",
           (SELECT count(*)::int FROM "ingestion_item" t
             WHERE t."ingestion_id" = i."id" AND t."state" = 'failed'
               AND (t."original_hash" IS NOT NULL OR t."url" IS NOT NULL)) AS "retryable"
      FROM "ingestion" i LEFT JOIN "user_account" u ON u."id" = i."created_by_id"
     WHERE ${where} ORDER BY i."created_at" DESC, i."id" DESC LIMIT ${limit}`;
  return z.array(Row).parse(rows).map(toIngestion);
}

function toIngestion({ createdById, createdByName, ...row }: z.infer<typeof Row>): Ingestion {
  const entries = ITEM_STATES.map((state) => [state, row.counts[state] ?? 0]);
  const counts = Object.fromEntries(entries) as ItemCounts;
  return {
    ...row,
    createdBy: createdById === null ? null : { id: createdById, name: createdByName ?? "" },
    createdAt: row.createdAt.toISOString(),
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    counts,
    isDone:
      (row.complete || row.cancelledAt !== null) && counts.waiting === 0 && counts.running === 0,
  };
}

const ItemRow = z.object({
  id: z.string(),
  ingestionId: z.string(),
  projectId: z.string(),
  index: z.int(),
  parentId: z.string().nullable(),
  name: z.string(),
  url: z.string().nullable(),
  state: ItemState,
  articleId: z.string().nullable(),
  articleTitle: z.string().nullable(),
  problem: z.string().nullable(),
  attempts: z.int(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  createdAt: z.date(),
  canRetry: z.boolean(),
});

async function readItems(ctx: Context, where: Prisma.Sql, limit: number): Promise<IngestionItem[]> {
  const rows = await ctx.db.$queryRaw`
    SELECT t."id", t."ingestion_id" AS "ingestionId", t."project_id" AS "projectId", t."index",
           t."parent_id" AS "parentId", t."name", t."url", t."state", t."article_id" AS "articleId",
           a."title" AS "articleTitle", t."problem", t."attempts", t."started_at" AS "startedAt",
           t."finished_at" AS "finishedAt", t."created_at" AS "createdAt",
           (t."state" IN ('failed', 'cancelled')
            AND (t."original_hash" IS NOT NULL OR t."url" IS NOT NULL)) AS "canRetry"
      FROM "ingestion_item" t LEFT JOIN "article" a ON a."id" = t."article_id"
     WHERE ${where} ORDER BY t."id" LIMIT ${limit}`;
  return z
    .array(ItemRow)
    .parse(rows)
    .map((row) => ({
      ...row,
      startedAt: row.startedAt?.toISOString() ?? null,
      finishedAt: row.finishedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    }));
}

function readCursor(after: string): { at: Date; id: string } {
  const [at = "", id = ""] = after.split("_");
  if (Number.isNaN(Date.parse(at)) || !z.uuid().safeParse(id).success) {
    throw new DomainError("invalid", "after: This must be the `next` of a page.", {
      fields: { after: "This must be the `next` of a page." },
    });
  }
  return { at: new Date(at), id };
}
