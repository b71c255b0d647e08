import { authorize, can, requireUser } from "#lib/access/permissions.ts";
import { seesEveryLayer, visibleLinks } from "#lib/access/visibility.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { linkDeleted } from "./events.ts";
import type { Link } from "./model.ts";
import { LINK_SELECT, linkOf } from "./queries.ts";

/**
 * Untie two annotations: whoever made the link, or a reviewer. The link as it was stays in the
 * record of events. Repeating the request changes nothing and says so: null.
 */
export function deleteLink(
  ctx: Context,
  id: string,
  expected: number | null,
): Promise<Link | null> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`SELECT 1 FROM "link" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const row = await ctx.db.link.findFirst({
      where: { AND: [{ id }, visibleLinks(ctx.actor)] },
      select: LINK_SELECT,
    });
    if (row === null) return await alreadyDeleted(ctx, id);
    const link = linkOf(row);
    authorize(ctx.actor, "link.write", link);
    const isOwn = link.author.id === requireUser(ctx.actor).userId;
    if (!isOwn && !can(ctx.actor, "link.delete-any", link.projectId)) {
      throw new DomainError(
        "forbidden",
        `Only ${link.author.name}, who made this link, or a reviewer removes it.`,
      );
    }
    if (expected !== null && expected !== link.version) {
      throw new DomainError("stale", "This link has been changed since you saw it.", {
        detail: { current: link },
      });
    }
    await ctx.db.link.deleteMany({ where: { id } });
    await record(ctx, linkDeleted(link));
    return link;
  });
}

/** In a blind layer only to whoever deleted it: to others it may never have been there. */
async function alreadyDeleted(ctx: Context, id: string): Promise<null> {
  const event = await ctx.db.auditEvent.findFirst({
    where: { subjectType: "link", subjectId: id, type: "link.deleted" },
    select: { projectId: true, actorId: true },
  });
  if (event?.projectId == null) throw notFound("link");
  const isOwn = event.actorId === requireUser(ctx.actor).userId;
  if (!isOwn && !seesEveryLayer(ctx.actor, event.projectId)) throw notFound("link");
  authorize(ctx.actor, "link.write", { projectId: event.projectId });
  return null;
}
