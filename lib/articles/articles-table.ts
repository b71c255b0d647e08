import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import { seesWork } from "#lib/access/visibility.ts";
import { actorId, type Context } from "#lib/context.ts";
import { Prisma } from "#generated/prisma/client.ts";
import type { AnnotationCounts } from "./article-state.ts";
import { foldedLabel, stateOf, workOfProject } from "./articles-table-sql.ts";
import { ARTICLE_STATES, ArticleState, type WorkState } from "./model.ts";
import { waitingForActor } from "./waiting-for-actor.ts";

export const TABLE_SORTS = [
  "added",
  "title",
  "publisher",
  "published",
  "length",
  "annotations",
  "state",
] as const;
export const TABLE_PAGE_LENGTH = 50;

/** What a reader of the table asks for. Anything that cannot be is left out, so that an old address still opens. */
export const TableRequest = z.object({
  state: ArticleState.optional().catch(undefined),
  /** Only what the actor has begun, finished or marked. */
  mine: z.stringbool().or(z.boolean()).default(false).catch(false),
  /** Only what has something for the actor to do: see waiting-for-actor.ts. */
  forMe: z.stringbool().or(z.boolean()).default(false).catch(false),
  /** Words of the title, the publisher or the byline; case and accents do not count. */
  search: z.string().trim().max(200).default("").catch(""),
  sort: z.enum(TABLE_SORTS).default("added").catch("added"),
  direction: z.enum(["up", "down"]).default("down").catch("down"),
  /** From 1. */
  page: z.coerce.number().int().min(1).max(1_000_000).default(1).catch(1),
});
export type TableRequest = z.infer<typeof TableRequest>;

export type TableRow = {
  id: string;
  title: string;
  publisher: string | null;
  byline: string | null;
  published: string | null;
  createdAt: string;
  revision: number;
  /** Of the current text, in code points. */
  length: number;
  state: ArticleState;
  annotations: AnnotationCounts;
  /** Of those who touched the article, by name. */
  work: { userId: string; name: string; state: WorkState }[];
};

export type ArticlesTable = {
  rows: TableRow[];
  /** Articles that fit the request, on all pages. */
  total: number;
  /** How many articles fit `mine`, `forMe` and `search`, by state: what choosing a state would show. */
  states: Record<ArticleState, number>;
  page: number;
  pageCount: number;
};

/** The project's articles as the screen lists them: one statement, whatever the size. */
export async function articlesTable(
  ctx: Context,
  projectId: string,
  request: Partial<TableRequest> = {},
): Promise<ArticlesTable> {
  authorize(ctx.actor, "article.read", { projectId });
  const asked = TableRequest.parse(request);
  const [found] = await ctx.db.$queryRaw<Found[]>`
    WITH ${workOfProject(ctx.actor, projectId)},
    listed AS (
      SELECT a."id", a."title", a."publisher", a."byline", a."published", a."created_at" AS "createdAt",
        a."revision", r."length",
        ${stateOf("m", "w")} AS "state",
        coalesce(m.draft, 0) AS draft, coalesce(m.submitted, 0) AS submitted, coalesce(m.approved, 0) AS approved,
        coalesce(m.rejected, 0) AS rejected, coalesce(m.withdrawn, 0) AS withdrawn
      FROM "article" a
      JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
      LEFT JOIN marked m ON m."article_id" = a."id"
      LEFT JOIN worked w ON w."article_id" = a."id"
      WHERE a."project_id" = ${projectId}::uuid AND a."merged_into_id" IS NULL ${searched(asked.search)} ${asked.mine ? touchedBy(ctx) : Prisma.empty}
        ${asked.forMe ? Prisma.sql`AND ${waitingForActor(ctx, projectId)}` : Prisma.empty}
    ),
    shown AS (
      SELECT l.*, row_number() OVER (ORDER BY ${order(asked)}) AS place FROM listed l
      WHERE ${asked.state ?? null}::text IS NULL OR l."state" = ${asked.state ?? null}::text
      ORDER BY place LIMIT ${TABLE_PAGE_LENGTH} OFFSET ${(asked.page - 1) * TABLE_PAGE_LENGTH}
    )
    SELECT
      (SELECT coalesce(json_object_agg(c."state", c.count), '{}') FROM
        (SELECT l."state", count(*)::int AS count FROM listed l GROUP BY 1) c) AS "states",
      (SELECT coalesce(json_agg(json_build_object(
          'id', s."id", 'title', s."title", 'publisher', s."publisher", 'byline', s."byline", 'published', s."published",
          'createdAt', s."createdAt", 'revision', s."revision", 'length', s."length", 'state', s."state",
          'annotations', json_build_object('draft', s.draft, 'submitted', s.submitted, 'approved', s.approved,
                                           'rejected', s.rejected, 'withdrawn', s.withdrawn),
          'work', coalesce((SELECT json_agg(json_build_object('userId', k."user_id", 'name', u."name", 'state', k."state")
                                            ORDER BY u."name", u."id")
                            FROM "work" k JOIN "user_account" u ON u."id" = k."user_id"
                            JOIN "article" a ON a."id" = k."article_id"
                            WHERE k."article_id" = s."id" AND k."state" <> 'not-begun' AND ${seesWork(ctx.actor)}), '[]')
        ) ORDER BY s.place), '[]') FROM shown s) AS "rows"`;
  return asTable(found, asked);
}

type Found = { states: Partial<Record<ArticleState, number>>; rows: TableRow[] };

function asTable(found: Found | undefined, asked: TableRequest): ArticlesTable {
  const count = (state: ArticleState) => found?.states[state] ?? 0;
  const states = {
    new: count("new"),
    "in-work": count("in-work"),
    "in-review": count("in-review"),
    done: count("done"),
  };
  const total = asked.state
    ? states[asked.state]
    : ARTICLE_STATES.reduce((sum, state) => sum + states[state], 0);
  return {
    rows: (found?.rows ?? []).map((row) => ({
      ...row,
      createdAt: new Date(row.createdAt).toISOString(),
    })),
    total,
    states,
    page: asked.page,
    pageCount: Math.max(1, Math.ceil(total / TABLE_PAGE_LENGTH)),
  };
}

function searched(search: string): Prisma.Sql {
  if (search === "") return Prisma.empty;
  const labels = Prisma.sql`concat_ws(' ', a."title", a."publisher", a."byline")`;
  return Prisma.sql`AND position(${foldedLabel(Prisma.sql`${search}::text`)} IN ${foldedLabel(labels)}) > 0`;
}

function touchedBy(ctx: Context): Prisma.Sql {
  const userId = actorId(ctx.actor);
  return Prisma.sql`AND (
    EXISTS (SELECT 1 FROM "work" k WHERE k."article_id" = a."id" AND k."user_id" = ${userId}::uuid AND k."state" <> 'not-begun')
    OR EXISTS (SELECT 1 FROM "annotation" n WHERE n."article_id" = a."id" AND n."author_id" = ${userId}::uuid AND n."state" <> 'withdrawn'))`;
}

const SORT_SQL: Record<(typeof TABLE_SORTS)[number], Prisma.Sql> = {
  added: Prisma.sql`l."createdAt"`,
  title: foldedLabel(Prisma.sql`l."title"`),
  publisher: foldedLabel(Prisma.sql`nullif(l."publisher", '')`),
  published: Prisma.sql`l."published"`,
  length: Prisma.sql`l."length"`,
  annotations: Prisma.sql`(l.draft + l.submitted + l.approved + l.rejected)`,
  state: Prisma.sql`array_position(${[...ARTICLE_STATES]}::text[], l."state")`,
};

/** What has no value comes last, up or down. */
function order({ sort, direction }: TableRequest): Prisma.Sql {
  const way = direction === "up" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`${SORT_SQL[sort]} ${way} NULLS LAST, l."id" ${way}`;
}
