import { v7 as uuidv7 } from "uuid";
import { record } from "#lib/audit/record.ts";
import { actorId, type Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { signInLinkMade } from "./events.ts";
import { linkAddress } from "./link-address.ts";
import { authorize, authorizeInstallation, roleIn } from "./permissions.ts";
import { hashSecretToken, makeSecretToken } from "./secret-token.ts";

/** A sign-in link works for so many hours. */
export const SIGN_IN_LINK_HOURS = 24;

export type MadeLink = { link: string; expiresAt: string };

/**
 * A link that signs somebody in once, and then lets them choose a password; made by the owner or at
 * the command line, and told once. Refused: a closed account.
 */
export async function makeSignInLink(ctx: Context, userId: string): Promise<MadeLink> {
  authorizeInstallation(ctx.actor, "user.link");
  return inTransaction(ctx, (ctx) => makeLink(ctx, userId, null));
}

/**
 * The same, made by a manager for a member of their project. Refused where the link would open more
 * than the manager has: for the owner, and for who is in a project that the manager does not manage.
 */
export async function makeMemberSignInLink(
  ctx: Context,
  projectId: string,
  userId: string,
): Promise<MadeLink> {
  authorize(ctx.actor, "member.link", { projectId });
  return inTransaction(ctx, async (ctx) => {
    const user = await ctx.db.user.findFirst({
      where: { id: userId, members: { some: { projectId, revokedAt: null } } },
      include: { members: { where: { revokedAt: null } } },
    });
    if (user === null) throw notFound("member");
    const opensMore =
      user.isOwner ||
      user.members.some((member) => roleIn(ctx.actor, member.projectId) !== "manager");
    if (opensMore && userId !== actorId(ctx.actor)) {
      throw new DomainError(
        "forbidden",
        user.isOwner
          ? `${user.name} owns this installation. Their link is made at the command line: onrecord user link.`
          : `${user.name} is also in projects that you do not manage. Ask the owner of this installation for the link.`,
      );
    }
    return makeLink(ctx, userId, projectId);
  });
}

async function makeLink(ctx: Context, userId: string, projectId: string | null): Promise<MadeLink> {
  const user = await ctx.db.user.findUnique({ where: { id: userId } });
  if (user === null) throw notFound("user");
  if (user.revokedAt !== null)
    throw new DomainError("state", `The account of ${user.name} is closed.`);
  const token = makeSecretToken();
  const expiresAt = new Date(ctx.now.getTime() + SIGN_IN_LINK_HOURS * 60 * 60 * 1000);
  await ctx.db.signInLink.create({
    data: {
      id: uuidv7(),
      tokenHash: hashSecretToken(token),
      userId,
      createdById: actorId(ctx.actor),
      createdAt: ctx.now,
      expiresAt,
    },
  });
  await record(ctx, signInLinkMade(userId, projectId));
  return { link: linkAddress("link", token), expiresAt: expiresAt.toISOString() };
}
