import { seesAnnotation, seesWork } from "#lib/access/visibility.ts";
import type { Actor } from "#lib/context.ts";
import { Prisma } from "#generated/prisma/client.ts";

/**
 * `marked` and `worked`: what is marked in each article of a project, and who has it open or finished,
 * as far as the actor sees it.
 */
export function workOfProject(actor: Actor, projectId: string): Prisma.Sql {
  return Prisma.sql`
    marked AS (
      SELECT n."article_id",
        (count(*) FILTER (WHERE n."state" = 'draft'))::int AS draft,
        (count(*) FILTER (WHERE n."state" = 'submitted'))::int AS submitted,
        (count(*) FILTER (WHERE n."state" = 'approved'))::int AS approved,
        (count(*) FILTER (WHERE n."state" = 'rejected'))::int AS rejected,
        (count(*) FILTER (WHERE n."state" = 'withdrawn'))::int AS withdrawn
      FROM "annotation" n
      WHERE n."project_id" = ${projectId}::uuid AND ${seesAnnotation(actor)} GROUP BY n."article_id"
    ),
    worked AS (
      SELECT k."article_id",
        bool_or(k."state" IN ('begun', 'reopened')) AS is_open,
        bool_or(k."state" = 'finished') AS is_finished
      FROM "work" k JOIN "article" a ON a."id" = k."article_id"
      WHERE a."project_id" = ${projectId}::uuid AND ${seesWork(actor)} GROUP BY k."article_id"
    )`;
}

/** The rule of article-state.ts in SQL, of a row of `marked` and one of `worked`, either of which may be missing. */
export function stateOf(marked: string, worked: string): Prisma.Sql {
  const [m, w] = [Prisma.raw(marked), Prisma.raw(worked)];
  return Prisma.sql`CASE
    WHEN coalesce(${m}.submitted, 0) > 0 THEN 'in-review'
    WHEN coalesce(${w}.is_finished, false) AND NOT ${w}.is_open AND coalesce(${m}.draft, 0) = 0 THEN 'done'
    WHEN coalesce(${m}.draft + ${m}.approved + ${m}.rejected, 0) > 0
      OR coalesce(${w}.is_open, false) OR coalesce(${w}.is_finished, false) THEN 'in-work'
    ELSE 'new' END`;
}

/** A label as a search and a sort see it: lower case, without accents. */
export function foldedLabel(label: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`regexp_replace(normalize(lower(${label}), NFD), '[\u0300-\u036F]', '', 'g')`;
}
