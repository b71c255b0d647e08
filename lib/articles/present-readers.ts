import { authorize, requireUser } from "#lib/access/permissions.ts";
import { seesEveryLayer } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import type { PresenceInput, PresentReader } from "#lib/realtime/model.ts";
import { forgetPresence, listPresence, notePresence } from "#lib/realtime/presence.ts";
import { getArticleSummary } from "./queries.ts";

/** Say that one has the article open, and where one reads; answers who else has. */
export async function putPresence(
  ctx: Context,
  articleId: string,
  input: PresenceInput,
): Promise<PresentReader[]> {
  const place = await placeOf(ctx, articleId);
  await notePresence(ctx.db, place, input, ctx.now);
  return listSeen(ctx, place);
}

/** Say that the page was closed. Repeating it changes nothing. */
export async function deletePresence(ctx: Context, articleId: string, tab: string): Promise<void> {
  await forgetPresence(ctx.db, await placeOf(ctx, articleId), tab);
}

/** Who has the article open now. */
export async function listPresentReaders(
  ctx: Context,
  articleId: string,
): Promise<PresentReader[]> {
  return listSeen(ctx, await placeOf(ctx, articleId));
}

/** Where others read tells what they work on: in a blind layer one sees oneself alone. */
async function listSeen(ctx: Context, place: Place): Promise<PresentReader[]> {
  const readers = await listPresence(ctx.db, place.articleId, ctx.now);
  if (seesEveryLayer(ctx.actor, place.projectId)) return readers;
  return readers.filter(({ user }) => user.id === place.userId);
}

type Place = { articleId: string; projectId: string; userId: string };

async function placeOf(ctx: Context, articleId: string): Promise<Place> {
  const article = await getArticleSummary(ctx, articleId);
  authorize(ctx.actor, "article.read", article);
  const { userId } = requireUser(ctx.actor);
  return { articleId, projectId: article.projectId, userId };
}
