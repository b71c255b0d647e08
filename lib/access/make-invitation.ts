import { v7 as uuidv7 } from "uuid";
import { record } from "#lib/audit/record.ts";
import { actorId, type Context, type MemberRole } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { ownerIsThere } from "./add-user.ts";
import { invitationMade, invitationRevoked } from "./events.ts";
import { linkAddress } from "./link-address.ts";
import type { MadeLink } from "./make-sign-in-link.ts";
import { authorize } from "./permissions.ts";
import { hasOwner } from "./queries.ts";
import { hashSecretToken, makeSecretToken } from "./secret-token.ts";

/** An invitation works for so many days. */
export const INVITATION_DAYS = 14;

/** A link that lets one person join a project with a role; a manager copies and sends it. */
export async function makeInvitation(
  ctx: Context,
  projectId: string,
  input: { role: MemberRole; email?: string | null; name?: string | null },
): Promise<MadeLink> {
  authorize(ctx.actor, "invitation.edit", { projectId });
  return inTransaction(ctx, async (ctx) => {
    if ((await ctx.db.project.count({ where: { id: projectId } })) === 0) throw notFound("project");
    return insert(ctx, "invitation", {
      projectId,
      role: input.role,
      email: input.email ?? null,
      name: input.name ?? null,
      asOwner: false,
    });
  });
}

/** The link by which the first owner comes in; from the command line only, while there is no owner. */
export async function makeOwnerInvitation(ctx: Context): Promise<MadeLink> {
  if (ctx.actor.kind !== "operator") {
    throw new DomainError("forbidden", "The first owner is invited from the command line only.");
  }
  return inTransaction(ctx, async (ctx) => {
    if (await hasOwner(ctx)) throw ownerIsThere();
    return insert(ctx, "first-owner", {
      projectId: null,
      role: null,
      email: null,
      name: null,
      asOwner: true,
    });
  });
}

/** Take an invitation back that nobody has taken up. Repeating it changes nothing. */
export async function revokeInvitation(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const invitation = await ctx.db.invitation.findUnique({ where: { id } });
    if (invitation === null || invitation.projectId === null) throw notFound("invitation");
    authorize(ctx.actor, "invitation.edit", { projectId: invitation.projectId });
    if (invitation.usedAt !== null)
      throw new DomainError("state", "This invitation was taken up already.");
    if (invitation.revokedAt !== null) return;
    await ctx.db.invitation.updateMany({
      where: { id, usedAt: null },
      data: { revokedAt: ctx.now },
    });
    await record(ctx, invitationRevoked(id, invitation.projectId));
  });
}

async function insert(
  ctx: Context,
  kind: "invitation" | "first-owner",
  data: {
    projectId: string | null;
    role: MemberRole | null;
    email: string | null;
    name: string | null;
    asOwner: boolean;
  },
): Promise<MadeLink> {
  const token = makeSecretToken();
  const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
  const invitation = await ctx.db.invitation.create({
    data: {
      ...data,
      id: uuidv7(),
      tokenHash: hashSecretToken(token),
      createdById: actorId(ctx.actor),
      createdAt: ctx.now,
      expiresAt,
    },
  });
  await record(ctx, invitationMade(invitation));
  return { link: linkAddress(kind, token), expiresAt: expiresAt.toISOString() };
}
