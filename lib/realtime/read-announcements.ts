import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { readAlone, readingOfRow, type Reading } from "#lib/db/reading.ts";
import { Prisma } from "#generated/prisma/client.ts";
import type { Announcement } from "./model.ts";

/** An announcement with who may hear it. */
export type HeldAnnouncement = Announcement & {
  /** Those who may hear it besides managers; null: every member. */
  audience: string[] | null;
  /** Whose work it is of; null: of what all members share. */
  workers: string[] | null;
};

const Row = z.object({
  number: z.bigint().transform(Number),
  at: z.date().transform((at) => at.toISOString()),
  type: z.string(),
  topic: z.string(),
  id: z.string(),
  articles: z.array(z.string()),
  by: z.string().nullable(),
  audience: z.array(z.string()).nullable(),
  workers: z.array(z.string()).nullable(),
});

/** Up to `limit` announcements of a project after a number, in their order. */
export async function readAnnouncements(
  db: Db,
  projectId: string,
  after: number,
  limit: number,
): Promise<HeldAnnouncement[]> {
  const rows = await db.$queryRaw`
    SELECT "number", "at", "type", "topic", "subject_id" AS "id", "articles", "actor_id" AS "by",
           CASE WHEN "is_held" THEN "audience" END AS "audience",
           CASE WHEN "is_of_work" THEN "workers" END AS "workers"
      FROM "announcement" WHERE "project_id" = ${projectId}::uuid AND "number" > ${after}
     ORDER BY "number" LIMIT ${limit}`;
  return z.array(Row).parse(rows);
}

/** The number of a project's last announcement; 0 before the first. */
export function lastAnnouncement(db: Db, projectId: string): Promise<number> {
  return readAlone(db, lastAnnouncementReading(projectId));
}

/** The same, to be read together with more. */
export function lastAnnouncementReading(projectId: string): Reading<number> {
  return readingOfRow<{ last: number }, number>(
    Prisma.sql`SELECT "last" FROM "announcement_counter" WHERE "project_id" = ${projectId}::uuid`,
    (row) => row?.last ?? 0,
  );
}

/**
 * The number of the last announcement that is of somebody's own work or of what all share; 0 before the
 * first. That of the very last one would tell when somebody else has done something.
 */
export function lastOfOwnReading(projectId: string, userId: string): Reading<number> {
  return readingOfRow<{ last: number }, number>(
    Prisma.sql`SELECT "number" AS "last" FROM "announcement"
      WHERE "project_id" = ${projectId}::uuid AND (NOT "is_of_work" OR ${userId}::uuid = ANY("workers"))
      ORDER BY "number" DESC LIMIT 1`,
    (row) => row?.last ?? 0,
  );
}

/** Whether everything after this number is still kept, so that a stream can go on from there. */
export async function reachesBackTo(db: Db, projectId: string, after: number): Promise<boolean> {
  const counter = await db.announcementCounter.findUnique({ where: { projectId } });
  if (counter === null) return after === 0;
  return after >= counter.forgotten && after <= counter.last;
}

/** How long announcements are kept. */
export const KEPT_DAYS = 8;
const DAY_MS = 86_400_000;

/** Delete announcements that nobody will resume from any more; the audit events themselves stay. */
export async function forgetAnnouncements(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  const [answer] = await db.$queryRaw<{ count: number }[]>`
    WITH gone AS (
      DELETE FROM "announcement" WHERE "at" < ${before}::timestamptz RETURNING "project_id", "number"),
    noted AS (
      UPDATE "announcement_counter" c SET "forgotten" = greatest(c."forgotten", g."highest")
        FROM (SELECT "project_id", max("number") AS "highest" FROM gone GROUP BY 1) g
       WHERE c."project_id" = g."project_id")
    SELECT count(*)::int AS "count" FROM gone`;
  return answer?.count ?? 0;
}
