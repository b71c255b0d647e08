import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";

/** Where a revision came from, without its bytes. */
export type OriginalFacts = {
  articleId: string;
  projectId: string;
  articleTitle: string;
  mediaType: string;
  /** Number of the revision, and of the current one. */
  number: number;
  current: number;
  /** SHA-256 of the bytes, hex. */
  hash: string;
  /** How many bytes there are. */
  size: number;
  encoding: string;
  originKind: string;
  originName: string | null;
  extractor: string | null;
  extractorVersion: string | null;
  retrievedAt: string | null;
  createdAt: string;
};

/** What is known of the bytes that a revision was made of; of the current one when no number is given. */
export async function getOriginalFacts(
  ctx: Context,
  articleId: string,
  number?: number,
): Promise<OriginalFacts> {
  const [row] = z.uuid().safeParse(articleId).success
    ? await ctx.db.$queryRaw<Row[]>`
        SELECT a."id" AS "articleId", a."project_id" AS "projectId", a."title" AS "articleTitle",
               a."media_type" AS "mediaType", r."number", a."revision" AS "current", o."hash",
               length(o."bytes") AS "size", r."encoding", r."origin_kind" AS "originKind",
               r."origin_name" AS "originName", r."extractor", r."extractor_version" AS "extractorVersion",
               r."retrieved_at" AS "retrievedAt", r."created_at" AS "createdAt"
          FROM "article" a
          JOIN "revision" r ON r."article_id" = a."id" AND r."number" = coalesce(${number ?? null}::int, a."revision")
          JOIN "original" o ON o."hash" = r."original_hash"
         WHERE a."id" = ${articleId}::uuid`
    : [];
  if (!row) throw notFound(number === undefined ? "article" : "revision");
  authorize(ctx.actor, "article.read", row);
  return {
    ...row,
    retrievedAt: row.retrievedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

type Row = Omit<OriginalFacts, "retrievedAt" | "createdAt"> & {
  retrievedAt: Date | null;
  createdAt: Date;
};
