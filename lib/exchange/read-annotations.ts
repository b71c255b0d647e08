import { seesAnnotation, seesEvidence } from "#lib/access/visibility.ts";
import type { Annotation, Segment } from "#lib/annotations/model.ts";
import type { Context } from "#lib/context.ts";
import type { Link } from "#lib/links/model.ts";
import { Prisma } from "#generated/prisma/client.ts";
import type { RawAnnotation, RawEvidence } from "./export-annotation.ts";
import type { Selection } from "./model.ts";

type Named = { id: string; name: string };

/**
 * The annotations of some articles, by article and id, a page at a time. Each statement answers with
 * one JSON text for a whole page, so that the driver has nothing to convert; the next page is fetched
 * while this one is worked on.
 */
export async function* annotationPages(
  ctx: Context,
  selection: Selection,
  articleIds: readonly string[],
): AsyncGenerator<RawAnnotation[]> {
  const people = new Map<string, Named>();
  let next = readPage(ctx, selection, articleIds, people, { articleId: FIRST, id: FIRST });
  for (;;) {
    const page = await next;
    const last = page.at(-1);
    if (!last) return;
    if (page.length < PAGE_LENGTH) {
      yield page;
      return;
    }
    next = readPage(ctx, selection, articleIds, people, last);
    // Whoever stops reading early must not leave a failure that nobody waits for.
    next.catch(() => undefined);
    yield page;
  }
}

const PAGE_LENGTH = 1_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

async function readPage(
  ctx: Context,
  selection: Selection,
  articleIds: readonly string[],
  people: Map<string, Named>,
  after: { articleId: string; id: string },
): Promise<RawAnnotation[]> {
  const rows = await annotationRows(ctx, selection, articleIds, after);
  if (rows.length === 0) return [];
  const ids = rows.map(([id]) => id);
  const segments = gather(
    await segmentRows(ctx, ids),
    (id, role, start, end, exact): [string, Segment] => [id, { role, start, end, exact }],
  );
  const reviewers = new Map(await reviewerRows(ctx, ids));
  const evidence = gather(await evidenceRows(ctx, ids, selection.evidenceIds), (id, item) => [
    id,
    item,
  ]);
  const links = gather(await linkRows(ctx, ids, selection.states), (id, link) => [id, link]);
  await loadPeople(ctx, people, [...rows.map((row) => row[9]), ...reviewers.values()]);
  return rows.map(
    ([
      id,
      articleId,
      revision,
      tag,
      absent,
      attributes,
      doubt,
      state,
      version,
      authorId,
      createdAt,
      updatedAt,
    ]) => ({
      id,
      articleId,
      revision,
      tag,
      segments: segments.get(id) ?? [],
      absent: absent ?? [],
      attributes,
      doubt,
      state,
      version,
      author: people.get(authorId) ?? { id: authorId, name: "" },
      createdAt,
      updatedAt,
      reviewer: people.get(reviewers.get(id) ?? "") ?? null,
      evidence: evidence.get(id) ?? [],
      links: links.get(id) ?? [],
    }),
  );
}

type AnnotationRow = [
  id: string,
  articleId: string,
  revision: number,
  tag: Annotation["tag"],
  absent: Annotation["absent"] | null,
  attributes: Annotation["attributes"],
  doubt: string | null,
  state: Annotation["state"],
  version: number,
  authorId: string,
  createdAt: string,
  updatedAt: string,
];

function annotationRows(
  ctx: Context,
  { states }: Selection,
  articleIds: readonly string[],
  after: { articleId: string; id: string },
): Promise<AnnotationRow[]> {
  return lists(
    ctx,
    Prisma.sql`
    SELECT json_build_array(n."id", n."article_id", n."revision", n."tag", n."absent", n."attributes", n."doubt",
                            n."state", n."version", n."author_id", n."created_at", n."updated_at") AS item
    FROM "annotation" n
    WHERE n."article_id" = ANY(${[...articleIds]}::uuid[]) AND n."state" = ANY(${[...states]})
      AND ${seesAnnotation(ctx.actor)}
      AND (n."article_id", n."id") > (${after.articleId}::uuid, ${after.id}::uuid)
    ORDER BY n."article_id", n."id" LIMIT ${PAGE_LENGTH}`,
  );
}

function segmentRows(
  ctx: Context,
  ids: readonly string[],
): Promise<[id: string, role: Segment["role"], start: number, end: number, exact: string][]> {
  return lists(
    ctx,
    Prisma.sql`
    SELECT json_build_array(s."annotation_id", s."role", s."start", s."end", s."exact") AS item
    FROM "segment" s WHERE s."annotation_id" = ANY(${[...ids]}::uuid[])
    ORDER BY s."annotation_id", s."start"`,
  );
}

/** Who approved or rejected what now is approved or rejected. */
function reviewerRows(
  ctx: Context,
  ids: readonly string[],
): Promise<[id: string, reviewerId: string][]> {
  return lists(
    ctx,
    Prisma.sql`
    SELECT DISTINCT ON (r."annotation_id") json_build_array(r."annotation_id", r."reviewer_id") AS item
    FROM "review" r JOIN "annotation" n ON n."id" = r."annotation_id"
    WHERE r."annotation_id" = ANY(${[...ids]}::uuid[]) AND r."undone_at" IS NULL
      AND (n."state", r."decision") IN (('approved', 'approve'), ('rejected', 'reject'))
    ORDER BY r."annotation_id", r."version" DESC, r."id" DESC`,
  );
}

/** Confidential evidence stays here unless it is named. */
function evidenceRows(
  ctx: Context,
  ids: readonly string[],
  named: readonly string[],
): Promise<[id: string, evidence: RawEvidence][]> {
  return lists(
    ctx,
    Prisma.sql`
    SELECT json_build_array(e."annotation_id", json_build_object(
      'id', e."id", 'projectId', e."project_id", 'annotationId', e."annotation_id", 'kind', e."kind",
      'stance', e."stance", 'reason', e."reason", 'confidential', e."confidential",
      'viewers', coalesce((SELECT json_agg(v."user_id" ORDER BY v."user_id") FROM "evidence_viewer" v WHERE v."evidence_id" = e."id"), '[]'),
      'version', e."version", 'author', json_build_object('id', u."id", 'name', u."name"),
      'createdAt', e."created_at", 'updatedAt', e."updated_at",
      'articleId', e."article_id", 'articleTitle', (SELECT t."title" FROM "article" t WHERE t."id" = e."article_id"),
      'revision', e."revision", 'start', e."start", 'end', e."end", 'exact', e."exact",
      'url', e."url", 'quotation', e."quotation", 'note', e."note",
      'stands', e."kind" <> 'passage' OR words_at(e."revision_id", e."start", e."end") = e."exact")) AS item
    FROM "evidence" e JOIN "user_account" u ON u."id" = e."author_id"
    WHERE e."annotation_id" = ANY(${[...ids]}::uuid[]) AND ${seesEvidence(ctx.actor)}
      AND (NOT e."confidential" OR e."id" = ANY(${[...named]}::uuid[]))
    ORDER BY e."id"`,
  );
}

/** A link leaves with both its ends: one to an annotation of a state that is left out stays here. */
function linkRows(
  ctx: Context,
  ids: readonly string[],
  states: readonly string[],
): Promise<[id: string, link: Link][]> {
  const list = [...ids];
  return lists(
    ctx,
    Prisma.sql`
    SELECT json_build_array(l.own, json_build_object(
      'id', l."id", 'projectId', l."project_id", 'type', l."type", 'from', l."from_id", 'to', l."to_id",
      'version', l."version", 'author', json_build_object('id', u."id", 'name', u."name"),
      'createdAt', l."created_at", 'updatedAt', l."updated_at")) AS item
    FROM (SELECT f.*, f."from_id" AS own, f."to_id" AS other FROM "link" f WHERE f."from_id" = ANY(${list}::uuid[])
          UNION ALL
          SELECT t.*, t."to_id", t."from_id" FROM "link" t WHERE t."to_id" = ANY(${list}::uuid[])) l
    JOIN "annotation" n ON n."id" = l.other
    JOIN "user_account" u ON u."id" = l."author_id"
    WHERE n."state" = ANY(${[...states]}) AND ${seesAnnotation(ctx.actor)}
    ORDER BY l."id"`,
  );
}

async function loadPeople(
  ctx: Context,
  people: Map<string, Named>,
  ids: readonly string[],
): Promise<void> {
  const news = [...new Set(ids)].filter((id) => !people.has(id));
  if (news.length === 0) return;
  const found = await ctx.db.user.findMany({
    where: { id: { in: news } },
    select: { id: true, name: true },
  });
  for (const person of found) people.set(person.id, person);
}

/** All `item`s of a statement, in its order, as one JSON text. */
async function lists<T>(ctx: Context, statement: Prisma.Sql): Promise<T[]> {
  const [answer] = await ctx.db.$queryRaw<{ page: string }[]>`
    SELECT coalesce(json_agg(q.item), '[]')::text AS "page" FROM (${statement}) q`;
  const items: T[] = JSON.parse(answer?.page ?? "[]");
  return items;
}

function gather<R extends unknown[], T>(
  rows: readonly R[],
  entry: (...row: R) => [string, T],
): Map<string, T[]> {
  const gathered = new Map<string, T[]>();
  for (const row of rows) {
    const [id, item] = entry(...row);
    const list = gathered.get(id);
    if (list) list.push(item);
    else gathered.set(id, [item]);
  }
  return gathered;
}
