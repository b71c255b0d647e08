import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { readAlone, readingOfRow, type Reading } from "#lib/db/reading.ts";
import { Prisma } from "#generated/prisma/client.ts";
import type { Announcement } from "./model.ts";

/** An announcement with who may hear it. */
export type HeldAnnouncement = Announcement & {
  /** Those who may hear it besides managers; null: every member. */
  audience: string[] | null;
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
           CASE WHEN "is_held" THEN "audience" END AS "audience"
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

/** Whether everything after this number is still kept, so that a stream can go on from there. */
export async function reachesBackTo(db: Db, projectId: string, after: number): Promise<boolean> {
  const last = await lastAnnouncement(db, projectId);
  if (after === last) return true;
  if (after > last) return false;
  const next = await db.announcement.findUnique({
    where: { projectId_number: { projectId, number: after + 1 } },
    select: { number: true },
  });
  return next !== null;
}

const KEPT_DAYS = 8;

/** Delete announcements that nobody will resume from any more; the audit events themselves stay. */
export async function forgetAnnouncements(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  const { count } = await db.announcement.deleteMany({ where: { at: { lt: before } } });
  return count;
}
