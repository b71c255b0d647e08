import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import type { WatchKind } from "./model.ts";

/** The refusal when an article or an address is watched already, with the id of that watch. */
export async function alreadyWatched(
  ctx: Context,
  {
    projectId,
    kind,
    url,
    articleId,
  }: { projectId: string; kind: WatchKind; url: string; articleId: string | null },
): Promise<DomainError> {
  const there = await ctx.db.watch.findFirst({
    where: {
      projectId,
      OR: [{ kind, url }, ...(articleId === null ? [] : [{ articleId }])],
    },
    select: { id: true },
  });
  const message =
    kind === "feed" ? "This feed is followed already." : "This page is watched already.";
  return new DomainError("duplicate", message, {
    fields: { url: message },
    ...(there && { detail: { id: there.id } }),
  });
}
