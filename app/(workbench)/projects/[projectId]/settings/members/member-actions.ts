"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { SecretAnswer } from "#components/access/secret-form.tsx";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { changeMemberRole } from "#lib/access/add-member.ts";
import { inviteMember } from "#lib/access/invite-member.ts";
import { revokeInvitation } from "#lib/access/make-invitation.ts";
import { makeMemberSignInLink } from "#lib/access/make-sign-in-link.ts";
import { Email, RoleToken } from "#lib/access/model.ts";
import { removeMember } from "#lib/access/remove-member.ts";
import { pageContext } from "#lib/access/session.ts";
import { parseInput } from "#lib/input.ts";
import { refusedForm } from "../../../../refused-form.ts";
import { refusedSecret } from "../../../../refused-secret.ts";

const Invitation = z.object({
  email: z
    .literal("")
    .transform(() => null)
    .or(Email),
  role: RoleToken,
});

/** Put somebody into the project, or make the link by which they join. */
export async function inviteAction(
  projectId: string,
  _: SecretAnswer,
  form: FormData,
): Promise<SecretAnswer> {
  const ctx = await pageContext();
  try {
    const input = parseInput(Invitation, {
      email: form.get("email") ?? "",
      role: form.get("role"),
    });
    const invited = await inviteMember(ctx, projectId, input);
    revalidatePath(`/projects/${projectId}/settings/members`);
    if (invited.kind === "added")
      return { kind: "done", note: `${invited.name} is in the project now.` };
    return {
      kind: "made",
      label: input.email === null ? "Invitation" : `Invitation for ${input.email}`,
      secret: invited.link,
      note: "Copy it and send it: it is shown this once, works once, and lasts 14 days.",
    };
  } catch (error) {
    return refusedSecret(error);
  }
}

/** Give a member another role. */
export async function changeRoleAction(
  projectId: string,
  userId: string,
  _: FormAnswer,
  form: FormData,
): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    await changeMemberRole(ctx, projectId, userId, parseInput(RoleToken, form.get("role")));
    revalidatePath("/", "layout");
    return null;
  } catch (error) {
    return refusedForm(error);
  }
}

/** Take somebody out of the project. */
export async function removeAction(
  projectId: string,
  userId: string,
  _: FormAnswer,
  _form: FormData,
): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    await removeMember(ctx, projectId, userId);
    revalidatePath("/", "layout");
    return null;
  } catch (error) {
    return refusedForm(error);
  }
}

/** A sign-in link for a member who is locked out. */
export async function memberLinkAction(
  projectId: string,
  member: { id: string; name: string },
  _: SecretAnswer,
  _form: FormData,
): Promise<SecretAnswer> {
  const ctx = await pageContext();
  try {
    const { link } = await makeMemberSignInLink(ctx, projectId, member.id);
    return {
      kind: "made",
      label: `Sign-in link for ${member.name}`,
      secret: link,
      note: "Copy it and send it: it is shown this once, works once, and lasts a day.",
    };
  } catch (error) {
    return refusedSecret(error);
  }
}

/** Take an invitation back. */
export async function revokeInvitationAction(
  invitationId: string,
  _: FormAnswer,
  _form: FormData,
): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    await revokeInvitation(ctx, invitationId);
    revalidatePath("/projects/[projectId]/settings/members", "page");
    return null;
  } catch (error) {
    return refusedForm(error);
  }
}
