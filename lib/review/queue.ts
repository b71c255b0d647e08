import { authorize, requireUser } from "#lib/access/permissions.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { listByIds } from "#lib/annotations/queries.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { isOwnWork } from "./four-eyes.ts";

export type QueuedAnnotation = StoredAnnotation & { submittedAt: string; articleTitle: string };
export type QueuePage = { items: QueuedAnnotation[]; next: string | null };
export type QueueAsked = {
  /** The `next` of the page before. */
  after?: string | undefined;
  limit: number;
  /** Of one article only. */
  articleId?: string | undefined;
};

type Place = { id: string; submittedAt: Date; articleTitle: string };

/**
 * The submitted annotations of a project that the caller may decide on, the longest waiting first; none
 * of a blind project, where nothing is decided.
 */
export async function listQueue(
  ctx: Context,
  projectId: string,
  page: QueueAsked,
): Promise<QueuePage> {
  const waiting = waitingFor(ctx, projectId, page.articleId);
  const since = page.after === undefined ? Prisma.empty : afterCursor(page.after);
  const places = await ctx.db.$queryRaw<Place[]>`
    SELECT a."id", a."submitted_at" AS "submittedAt", t."title" AS "articleTitle"
      FROM "annotation" a JOIN "article" t ON t."id" = a."article_id"
     WHERE ${waiting} ${since}
     ORDER BY a."submitted_at", a."id" LIMIT ${page.limit + 1}`;
  const shown = places.slice(0, page.limit);
  const annotations = await listByIds(
    ctx,
    shown.map(({ id }) => id),
  );
  const placeOf = new Map(shown.map((place) => [place.id, place]));
  const last = shown.at(-1);
  return {
    items: annotations.flatMap((annotation) => {
      const place = placeOf.get(annotation.id);
      if (place === undefined) return [];
      return [
        {
          ...annotation,
          submittedAt: place.submittedAt.toISOString(),
          articleTitle: place.articleTitle,
        },
      ];
    }),
    next:
      places.length > page.limit && last ? `${last.submittedAt.toISOString()}_${last.id}` : null,
  };
}

/** How many wait for the caller. */
export async function countQueue(
  ctx: Context,
  projectId: string,
  articleId?: string,
): Promise<number> {
  const [answer] = await ctx.db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "annotation" a WHERE ${waitingFor(ctx, projectId, articleId)}`;
  return answer?.count ?? 0;
}

function waitingFor(ctx: Context, projectId: string, articleId: string | undefined): Prisma.Sql {
  authorize(ctx.actor, "annotation.review", { projectId });
  const { userId } = requireUser(ctx.actor);
  const inArticle =
    articleId === undefined ? Prisma.empty : Prisma.sql`AND a."article_id" = ${articleId}::uuid`;
  return Prisma.sql`a."project_id" = ${projectId}::uuid AND a."state" = 'submitted' ${inArticle}
    AND a."submitted_at" IS NOT NULL AND NOT ${isOwnWork(userId)}
    AND EXISTS (SELECT 1 FROM "project" p WHERE p."id" = a."project_id" AND p."layers" <> 'blind')`;
}

/** The row that a cursor names may have been decided since, so the cursor carries its place itself. */
function afterCursor(cursor: string): Prisma.Sql {
  const [, at = "", id = ""] = CURSOR.exec(cursor) ?? [];
  if (id === "" || Number.isNaN(Date.parse(at))) {
    throw new DomainError("invalid", "This is no `next` of the queue.", {
      fields: { after: "This is no `next` of the queue." },
    });
  }
  return Prisma.sql`AND (a."submitted_at", a."id") > (${new Date(at)}::timestamptz, ${id}::uuid)`;
}

const CURSOR =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
