import { record } from "#lib/audit/record.ts";
import type { Context, MemberRole } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { insertUser, ownerIsThere } from "./add-user.ts";
import { putMember } from "./add-member.ts";
import { invitationUsed } from "./events.ts";
import { RoleToken, type UserInput } from "./model.ts";
import { checkPassword, hashPassword } from "./passwords.ts";
import { requireUser } from "./permissions.ts";
import { hasOwner } from "./queries.ts";
import { hashSecretToken } from "./secret-token.ts";
import { actingAs, startSession } from "./start-session.ts";

/** What an invitation is for, as its page shows it. */
export type InvitationView = {
  /** Null for the first owner's. */
  project: { id: string; name: string; role: MemberRole } | null;
  email: string | null;
  name: string | null;
};

/** Look at an invitation without using it up. Refused: one that is not known, used, taken back, run out. */
export async function lookAtInvitation(
  ctx: Pick<Context, "db" | "now">,
  token: string,
): Promise<InvitationView> {
  const { project, role, email, name } = await getOpenInvitation(ctx, token);
  return {
    project:
      project === null ? null : { id: project.id, name: project.name, role: RoleToken.parse(role) },
    email,
    name,
  };
}

/**
 * Take up an invitation with a new account, and begin a session: its id is the answer. Works once.
 * Refused: another e-mail than the invitation names; one that has an account (its person signs in,
 * and joins).
 */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  person: UserInput & { password: string },
): Promise<string> {
  checkPassword(person.password, person);
  // Looked at before the slow hash, so that guessing links costs us nothing; and again inside.
  const { email: invited } = await getOpenInvitation(ctx, token);
  if (invited !== null && invited !== person.email) {
    const fault = `This invitation is for ${invited}. Ask for another one for another e-mail.`;
    throw new DomainError("invalid", fault, { fields: { email: fault } });
  }
  const passwordHash = await hashPassword(person.password);
  return inTransaction(ctx, async (ctx) => {
    const invitation = await getOpenInvitation(ctx, token);
    if (invitation.asOwner && (await hasOwner(ctx))) throw ownerIsThere();
    await refuseTaken(ctx, person.email);
    const { email, name } = person;
    const user = await insertUser(ctx, { email, name, passwordHash, isOwner: invitation.asOwner });
    const asUser = actingAs(ctx, user);
    await takeUp(asUser, invitation, user.id);
    return startSession(asUser, user, "invitation");
  });
}

/** Join the project with the account that the caller is signed in with; a role never gets smaller by it. */
export async function joinByInvitation(
  ctx: Context,
  token: string,
): Promise<{ projectId: string }> {
  const { userId } = requireUser(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const invitation = await getOpenInvitation(ctx, token);
    if (invitation.projectId === null) {
      throw new DomainError("state", "This link makes a new account. Sign out first.");
    }
    await takeUp(ctx, invitation, userId);
    return { projectId: invitation.projectId };
  });
}

type OpenInvitation = Awaited<ReturnType<typeof getOpenInvitation>>;

async function takeUp(ctx: Context, invitation: OpenInvitation, userId: string): Promise<void> {
  const { count } = await ctx.db.invitation.updateMany({
    where: { id: invitation.id, usedAt: null, revokedAt: null },
    data: { usedAt: ctx.now },
  });
  if (count === 0) throw invitationUsedUp();
  if (invitation.projectId !== null) {
    const role = RoleToken.parse(invitation.role);
    await putMember(ctx, { projectId: invitation.projectId, userId, role, isNeverLess: true });
  }
  await record(ctx, invitationUsed(invitation.id, invitation.projectId, userId));
}

async function getOpenInvitation(ctx: Pick<Context, "db" | "now">, token: string) {
  const invitation = await ctx.db.invitation.findUnique({
    where: { tokenHash: hashSecretToken(token) },
    include: { project: { select: { id: true, name: true } } },
  });
  if (invitation === null) {
    throw new DomainError(
      "not-found",
      "This invitation is not known here. Was the link copied whole?",
    );
  }
  if (invitation.usedAt !== null) throw invitationUsedUp();
  if (invitation.revokedAt !== null) {
    throw new DomainError("state", "This invitation was taken back. Ask for a new one.");
  }
  if (invitation.expiresAt <= ctx.now) {
    throw new DomainError("state", "This invitation has run out. Ask for a new one.");
  }
  return invitation;
}

async function refuseTaken(ctx: Context, email: string): Promise<void> {
  if ((await ctx.db.user.count({ where: { email } })) === 0) return;
  const fault =
    "This e-mail has an account already. Sign in with it, and open this link again to join.";
  throw new DomainError("duplicate", fault, { fields: { email: fault } });
}

function invitationUsedUp(): DomainError {
  return new DomainError(
    "state",
    "This invitation was taken up already; each works once. Ask for a new one.",
  );
}
