import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { PRESENCE_SECONDS, type PresenceInput, type PresentReader } from "./model.ts";

type Place = { articleId: string; projectId: string; userId: string };

/** Note that a page of somebody's browser has the article open, and tell those who look on when that is news. */
export async function notePresence(
  db: Db,
  place: Place,
  { tab, place: at }: PresenceInput,
  now: Date,
): Promise<void> {
  const gone = new Date(now.getTime() - PRESENCE_SECONDS * 1_000);
  await db.$executeRaw`
    WITH before AS (
      SELECT "place", "seen_at" FROM "presence"
       WHERE "article_id" = ${place.articleId}::uuid AND "user_id" = ${place.userId}::uuid AND "tab" = ${tab}::uuid),
    written AS (
      INSERT INTO "presence" ("article_id", "user_id", "tab", "project_id", "place", "seen_at")
      VALUES (${place.articleId}::uuid, ${place.userId}::uuid, ${tab}::uuid, ${place.projectId}::uuid, ${at}, ${now}::timestamptz)
      ON CONFLICT ("article_id", "user_id", "tab") DO UPDATE SET "place" = EXCLUDED."place", "seen_at" = EXCLUDED."seen_at"
      RETURNING "place")
    SELECT pg_notify('onrecord_presence', ${`${place.projectId} ${place.articleId}`})
      FROM written LEFT JOIN before ON true
     WHERE before."seen_at" IS NULL OR before."seen_at" < ${gone}::timestamptz
        OR before."place" IS DISTINCT FROM written."place"`;
}

/** The page was closed. */
export async function forgetPresence(db: Db, place: Place, tab: string): Promise<void> {
  await db.$executeRaw`
    WITH gone AS (
      DELETE FROM "presence"
       WHERE "article_id" = ${place.articleId}::uuid AND "user_id" = ${place.userId}::uuid AND "tab" = ${tab}::uuid
      RETURNING 1)
    SELECT pg_notify('onrecord_presence', ${`${place.projectId} ${place.articleId}`}) FROM gone`;
}

const Row = z.object({
  id: z.string(),
  name: z.string(),
  place: z.number().nullable(),
  seenAt: z.date().transform((at) => at.toISOString()),
});

/** Who has the article open now, each person once, where they were last seen to read. */
export async function listPresence(db: Db, articleId: string, now: Date): Promise<PresentReader[]> {
  const since = new Date(now.getTime() - PRESENCE_SECONDS * 1_000);
  const rows = await db.$queryRaw`
    SELECT DISTINCT ON (u."name", u."id") u."id", u."name", p."place", p."seen_at" AS "seenAt"
      FROM "presence" p JOIN "user_account" u ON u."id" = p."user_id"
     WHERE p."article_id" = ${articleId}::uuid AND p."seen_at" > ${since}::timestamptz
     ORDER BY u."name", u."id", p."seen_at" DESC`;
  return z
    .array(Row)
    .parse(rows)
    .map(({ id, name, place, seenAt }) => ({ user: { id, name }, place, seenAt }));
}

/** Delete what is so old that nobody is shown it. */
export async function forgetOldPresence(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - PRESENCE_SECONDS * 2_000);
  await db.presence.deleteMany({ where: { seenAt: { lt: before } } });
}
