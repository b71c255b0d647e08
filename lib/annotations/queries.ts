import { seesAnnotation, visibleAnnotations } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRows, type InJson, type Reading } from "#lib/db/reading.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { AnnotationContent, type AnnotationState, type StoredAnnotation } from "./model.ts";
import {
  ANNOTATION_COLUMNS,
  ANNOTATION_SELECT,
  annotationInJson,
  receivedAnnotation,
  storedAnnotation,
  type AnnotationRow,
} from "./stored-annotation.ts";

export type AnnotationPage = { items: StoredAnnotation[]; next: string | null };
/** `after` is the id of the last one seen. */
export type PageAsked = { after?: string | undefined; limit: number };

/** The annotation, or not-found when the caller may not see it. */
export async function getAnnotation(ctx: Context, id: string): Promise<StoredAnnotation> {
  const row = await ctx.db.annotation.findFirst({
    where: { AND: [{ id }, visibleAnnotations(ctx.actor)] },
    select: ANNOTATION_SELECT,
  });
  if (row === null) throw notFound("annotation");
  return storedAnnotation(row);
}

/**
 * The same, with its row held until the transaction ends, so that nobody else decides meanwhile. The
 * row is held before it is read: read first, it could be old.
 */
export async function holdAnnotation(ctx: Context, id: string): Promise<StoredAnnotation> {
  await ctx.db.$queryRaw`SELECT 1 FROM "annotation" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return await getAnnotation(ctx, id);
}

/** Whatever has this id, seen or not: only for deciding what a write does. */
export async function findByIdUnseen(ctx: Context, id: string): Promise<StoredAnnotation | null> {
  // Mostly nothing is there, and to see that much is cheap.
  const [there] = await ctx.db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "annotation" WHERE "id" = ${id}::uuid`;
  if (there === undefined) return null;
  const row = await ctx.db.annotation.findUnique({ where: { id }, select: ANNOTATION_SELECT });
  return row === null ? null : storedAnnotation(row);
}

/** The annotations of an article that the caller may see, by id; of all states when none are named. */
export function listAnnotations(
  ctx: Context,
  articleId: string,
  page: PageAsked & { states?: readonly AnnotationState[] },
): Promise<AnnotationPage> {
  return readAlone(ctx.db, annotationsReading(ctx, articleId, page));
}

/** The same, to be read together with more. */
export function annotationsReading(
  ctx: Context,
  articleId: string,
  { after, limit, states }: PageAsked & { states?: readonly AnnotationState[] },
): Reading<AnnotationPage> {
  return readingOfRows<InJson<AnnotationRow>, AnnotationPage>(
    Prisma.sql`
      SELECT ${ANNOTATION_COLUMNS}
      FROM "annotation" n JOIN "user_account" u ON u."id" = n."author_id"
      WHERE n."article_id" = ${articleId}::uuid AND ${seesAnnotation(ctx.actor)}
        AND (${after ?? null}::uuid IS NULL OR n."id" > ${after ?? null}::uuid)
        AND (${states === undefined} OR n."state" = ANY(${[...(states ?? [])]}::text[]))
      ORDER BY n."id" LIMIT ${limit + 1}`,
    (rows) => {
      const items = rows.slice(0, limit).map(annotationInJson);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
  );
}

/** The annotations with these ids that the caller may see, in the order of the ids given. */
export async function listByIds(ctx: Context, ids: readonly string[]): Promise<StoredAnnotation[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.annotation.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleAnnotations(ctx.actor)] },
    select: ANNOTATION_SELECT,
  });
  const byId = new Map(rows.map((row) => [row.id, storedAnnotation(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export type WrittenVersion = {
  version: number;
  writer: { id: string; name: string };
  content: AnnotationContent;
  createdAt: string;
};

/** Every content that an annotation has had, oldest first, with who wrote it. */
export async function listVersions(ctx: Context, annotationId: string): Promise<WrittenVersion[]> {
  const rows = await ctx.db.annotationVersion.findMany({
    where: { annotationId, annotation: visibleAnnotations(ctx.actor) },
    select: {
      version: true,
      content: true,
      createdAt: true,
      writer: { select: { id: true, name: true } },
    },
    orderBy: { version: "asc" },
  });
  return rows.map((row) => ({
    version: row.version,
    writer: row.writer,
    content: AnnotationContent.parse(row.content),
    createdAt: row.createdAt.toISOString(),
  }));
}

/** The refusal of a change that was made on an older version; it carries the annotation as it now is. */
export async function staleAnnotation(ctx: Context, id: string): Promise<DomainError> {
  const current = await getAnnotation(ctx, id);
  return new DomainError("stale", "Somebody has changed this annotation since you saw it.", {
    detail: { current: receivedAnnotation(current) },
  });
}
