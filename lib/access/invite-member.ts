import type { Context, MemberRole } from "#lib/context.ts";
import { inTransaction } from "#lib/transaction.ts";
import { addMember } from "./add-member.ts";
import { makeInvitation } from "./make-invitation.ts";
import { authorize } from "./permissions.ts";

export type Invited =
  /** They had an account, and are in the project now. */
  | { kind: "added"; name: string }
  /** The link is to be copied and sent to them; it is told once. */
  | { kind: "invited"; link: string; expiresAt: string };

/** Bring somebody into a project: at once when the e-mail has an account, otherwise by a one-time link. */
export async function inviteMember(
  ctx: Context,
  projectId: string,
  input: { role: MemberRole; email: string | null },
): Promise<Invited> {
  authorize(ctx.actor, "member.edit", { projectId });
  return inTransaction(ctx, async (ctx): Promise<Invited> => {
    const user =
      input.email === null
        ? null
        : await ctx.db.user.findFirst({ where: { email: input.email, revokedAt: null } });
    if (user === null) return { kind: "invited", ...(await makeInvitation(ctx, projectId, input)) };
    await addMember(ctx, projectId, user.id, input.role);
    return { kind: "added", name: user.name };
  });
}
