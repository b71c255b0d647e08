import { z } from "zod";
import type { Context } from "#lib/context.ts";
import { LEASE_SEED, type Lease } from "#lib/jobs/leases.ts";
import type { Worker } from "#lib/jobs/job.ts";
import { inTransaction } from "#lib/transaction.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { IngestionKind, ItemDetails, Mapping } from "./model.ts";

const Row = z.object({
  id: z.string(),
  ingestionId: z.string(),
  projectId: z.string(),
  parentId: z.string().nullable(),
  parentName: z.string().nullable(),
  name: z.string(),
  url: z.string().nullable(),
  originalHash: z.string().nullable(),
  mediaType: z.string().nullable(),
  charset: z.string().nullable(),
  details: ItemDetails,
  attempts: z.int(),
  startedAt: z.date(),
  kind: IngestionKind,
  mapping: Mapping.nullable(),
  createdById: z.string().nullable(),
});

/** An item that we work on, and nobody else. `attempts` and `startedAt` tell our claim from a later one. */
export type ClaimedItem = z.infer<typeof Row>;

/**
 * Take the next item of an ingestion that waits; null when none does. Those that were tried before come
 * last, so that one that does harm does not hold up the rest. The lease says to everybody that we are
 * alive and at it; without one, recoverItems() gives the item back.
 */
export async function claimItem(
  ctx: Context,
  ingestionId: string,
  worker: Worker,
): Promise<{ item: ClaimedItem; lease: Lease } | null> {
  let lease: Lease | null = null;
  try {
    return await inTransaction(ctx, async (ctx) => {
      const rows = await ctx.db.$queryRaw`
        UPDATE "ingestion_item" t
           SET "state" = 'running', "attempts" = t."attempts" + 1, "started_at" = now(), "problem" = NULL
          FROM "ingestion" i
         WHERE i."id" = t."ingestion_id" AND t."id" = (
           SELECT "id" FROM "ingestion_item" WHERE "ingestion_id" = ${ingestionId}::uuid AND "state" = 'waiting'
            ORDER BY "attempts", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING t."id", t."ingestion_id" AS "ingestionId", t."project_id" AS "projectId", t."parent_id" AS "parentId",
                  (SELECT p."name" FROM "ingestion_item" p WHERE p."id" = t."parent_id") AS "parentName",
                  t."name", t."url", t."original_hash" AS "originalHash", t."media_type" AS "mediaType", t."charset",
                  t."details", t."attempts", t."started_at" AS "startedAt", i."kind", i."mapping", i."created_by_id" AS "createdById"`;
      const [item] = z.array(Row).parse(rows);
      if (item === undefined) return null;
      // Before anybody can see that it is under way.
      lease = await worker.lease(leaseOf(item.id));
      if (lease === null) throw new StillHeld();
      return { item, lease };
    });
  } catch (error) {
    await release(lease);
    if (error instanceof StillHeld) return null;
    throw error;
  }
}

/** Let go of an item; a connection that is gone has let go of it already. */
export async function release(lease: Lease | null): Promise<void> {
  await lease?.release().catch(() => undefined);
}

/** Whoever had the item before is not quite done with it. */
class StillHeld extends Error {}

function leaseOf(itemId: string): string {
  return `${LEASE_PREFIX}${itemId}`;
}

const LEASE_PREFIX = "ingestion item ";

/** SQL that is true when nobody holds the lease of the item in that column; nobody can take it until the transaction ends. */
export function isFree(idColumn: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`pg_try_advisory_xact_lock(hashtextextended(${LEASE_PREFIX} || ${idColumn}, ${LEASE_SEED}::bigint))`;
}
