import { v7 } from "uuid";
import { authorize } from "#lib/access/permissions.ts";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { record } from "#lib/audit/record.ts";
import { actorId, type Context } from "#lib/context.ts";
import { isUniqueViolation } from "#lib/db/conflicts.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { getProject } from "#lib/projects/queries.ts";
import { inTransaction } from "#lib/transaction.ts";
import { alreadyWatched } from "./already-watched.ts";
import { watchAdded } from "./events.ts";
import { fetchWatchJob } from "./jobs.ts";
import type { NewWatch, Watch } from "./model.ts";
import { nextFetch } from "./next-fetch.ts";
import { WATCH_SELECT, watchOf } from "./watch-row.ts";
import { watchedAddress } from "./watched-address.ts";

export type AddedWatch = { watch: Watch; isNew: boolean };

/**
 * Watch the page of an article, or follow a feed. It is fetched at once, in the background, and then by
 * its schedule. The same id again gives the watch that is there. Refused: an article or an address that
 * is watched already ("duplicate", with its id), an article without an address, or of another project.
 */
export async function addWatch(
  ctx: Context,
  projectId: string,
  input: NewWatch,
): Promise<AddedWatch> {
  await getProject(ctx, projectId);
  authorize(ctx.actor, "watch.edit", { projectId });
  const id = input.id ?? v7();
  const articleId = input.kind === "page" ? input.articleId : null;
  const url = watchedAddress(
    input.kind === "page" ? await pageOf(ctx, projectId, input) : input.url,
  );
  const { kind, everyMinutes } = input;
  try {
    return await inTransaction(ctx, async (ctx) => {
      const there = await ctx.db.watch.findUnique({ where: { id }, select: WATCH_SELECT });
      if (there !== null)
        return { watch: sameAsBefore(watchOf(there), { ...input, projectId, url }), isNew: false };
      const row = await ctx.db.watch.create({
        data: {
          id,
          projectId,
          kind,
          url,
          articleId,
          everyMinutes,
          nextAt: nextFetch({ everyMinutes, failures: 0, now: ctx.now }),
          createdById: actorId(ctx.actor),
          createdAt: ctx.now,
        },
        select: WATCH_SELECT,
      });
      const watch = watchOf(row);
      await record(ctx, watchAdded(watch));
      await enqueue(ctx, fetchWatchJob, { watchId: id });
      return { watch, isNew: true };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw await alreadyWatched(ctx, { projectId, kind, url, articleId });
  }
}

async function pageOf(
  ctx: Context,
  projectId: string,
  input: Extract<NewWatch, { kind: "page" }>,
): Promise<string> {
  const article = await getArticleSummary(ctx, input.articleId);
  if (article.projectId !== projectId) throw notFound("article");
  const url = input.url ?? article.url;
  if (url !== null) return url;
  const message = "This article has no address. Give the one of its page.";
  throw new DomainError("invalid", message, { fields: { url: message } });
}

/** A request that is repeated gives what the first one made, unless the id stands for something else. */
function sameAsBefore(there: Watch, sent: NewWatch & { projectId: string; url: string }): Watch {
  const isSame =
    there.projectId === sent.projectId &&
    there.kind === sent.kind &&
    there.articleId === (sent.kind === "page" ? sent.articleId : null);
  if (isSame) return there;
  throw new DomainError("state", "This id stands for another watch. Take a new one.");
}
