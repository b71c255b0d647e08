import { z } from "zod";
import { findUserActor } from "#lib/access/find-user-actor.ts";
import { seesMessage, seesThread } from "#lib/access/visibility.ts";
import { readSettings } from "#lib/access/settings.ts";
import type { Context } from "#lib/context.ts";
import { transact } from "#lib/db/transact.ts";
import type { Env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { openPostbox, type Postbox } from "#lib/mail/send-letter.ts";
import { letterOfNotices } from "./letter-of-notices.ts";
import { NoticeReason } from "./model.ts";

/** Whoever reads a message in this time needs no letter about it. */
const PATIENCE_MINUTES = 2;
/** What is older than this when letters can go out again is no news. */
const NEWS_DAYS = 3;
/** Most messages that one letter tells of; the rest come with the next. */
const MOST_IN_A_LETTER = 50;

const Row = z.object({
  messageId: z.string(),
  why: NoticeReason,
  author: z.string(),
  body: z.string(),
  project: z.string(),
  projectId: z.string(),
  articleId: z.string(),
  article: z.string(),
  threadId: z.string(),
});

/**
 * Tell people by letter what they have not read in the app, one letter for each person. Somebody
 * whose letters are turned off, or who is no member any more, gets none. A letter that the server
 * refuses is tried again the next time. Nothing happens when no mail server is set.
 *
 * @returns how many letters went out
 */
export async function mailNotices(
  ctx: Context,
  env: Pick<Env, "smtpUrl" | "mailFrom" | "publicUrl">,
): Promise<number> {
  const postbox = openPostbox(env);
  if (postbox === null) return 0;
  try {
    let sent = 0;
    for (const userId of await whoWaits(ctx)) {
      if (await mailTo(ctx, userId, postbox, env.publicUrl)) sent += 1;
    }
    return sent;
  } finally {
    postbox.close();
  }
}

async function whoWaits(ctx: Context): Promise<string[]> {
  const rows = await ctx.db.notice.findMany({
    where: { mailedAt: null, readAt: null, createdAt: newsOf(ctx.now), user: { revokedAt: null } },
    select: { userId: true },
    distinct: ["userId"],
    orderBy: { userId: "asc" },
  });
  return rows.map(({ userId }) => userId);
}

function newsOf(now: Date) {
  return {
    lt: new Date(now.getTime() - PATIENCE_MINUTES * 60_000),
    gt: new Date(now.getTime() - NEWS_DAYS * 86_400_000),
  };
}

/** The notices are marked and the letter sent in one transaction: when it cannot go, they wait. */
async function mailTo(
  ctx: Context,
  userId: string,
  postbox: Postbox,
  publicUrl: string,
): Promise<boolean> {
  try {
    return await transact(
      ctx.db,
      async (db) => {
        const { lt, gt } = newsOf(ctx.now);
        const actor = await findUserActor(db, userId);
        if (actor === null) return false;
        const rows = z.array(Row).parse(
          await db.$queryRaw`
            SELECT n."message_id" AS "messageId", n."why", a."name" AS "author", m."body", p."name" AS "project",
                   p."id" AS "projectId", r."id" AS "articleId", r."title" AS "article", t."id" AS "threadId"
              FROM "notice" n
              JOIN "message" m ON m."id" = n."message_id" JOIN "user_account" a ON a."id" = m."author_id"
              JOIN "thread" t ON t."id" = m."thread_id" JOIN "article" r ON r."id" = t."article_id"
              JOIN "project" p ON p."id" = n."project_id"
             WHERE n."user_id" = ${userId}::uuid AND n."mailed_at" IS NULL AND n."read_at" IS NULL
               AND n."created_at" < ${lt}::timestamptz AND n."created_at" > ${gt}::timestamptz
               AND ${seesThread(actor)} AND ${seesMessage(actor)}
             ORDER BY n."created_at", n."message_id" LIMIT ${MOST_IN_A_LETTER}
               FOR UPDATE OF n SKIP LOCKED`,
        );
        if (rows.length === 0) return false;
        const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
        await db.notice.updateMany({
          where: { userId, messageId: { in: rows.map(({ messageId }) => messageId) } },
          data: { mailedAt: ctx.now },
        });
        if (!readSettings(user.settings).letters) return false;
        const told = rows.map((row) => ({
          ...row,
          address: `${publicUrl}/projects/${row.projectId}/articles/${row.articleId}?thread=${row.threadId}`,
        }));
        await postbox.send(letterOfNotices(user, told, `${publicUrl}/account`));
        return true;
      },
      { attempts: 1 },
    );
  } catch (error) {
    log.warn("A letter could not be sent; it is tried again in a minute.", { error });
    return false;
  }
}
