"use server";

import { revalidatePath } from "next/cache";
import type { SecretAnswer } from "#components/access/secret-form.tsx";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { addUser } from "#lib/access/add-user.ts";
import { makeSignInLink } from "#lib/access/make-sign-in-link.ts";
import { UserInput } from "#lib/access/model.ts";
import { restoreUser, revokeUser } from "#lib/access/revoke-user.ts";
import { pageContext } from "#lib/access/session.ts";
import { parseInput } from "#lib/input.ts";
import { inTransaction } from "#lib/transaction.ts";
import { refusedForm } from "../refused-form.ts";
import { refusedSecret } from "../refused-secret.ts";

const NOTE = "Copy it and send it: it is shown this once, works once, and lasts a day.";

/** An account for somebody, with the link by which they come in. */
export async function addUserAction(_: SecretAnswer, form: FormData): Promise<SecretAnswer> {
  const ctx = await pageContext();
  try {
    const input = parseInput(UserInput, { email: form.get("email"), name: form.get("name") });
    const { link } = await inTransaction(ctx, async (ctx) =>
      makeSignInLink(ctx, (await addUser(ctx, input)).id),
    );
    revalidatePath("/installation");
    return { kind: "made", label: `Sign-in link for ${input.name}`, secret: link, note: NOTE };
  } catch (error) {
    return refusedSecret(error);
  }
}

/** A sign-in link for who is locked out. */
export async function userLinkAction(
  user: { id: string; name: string },
  _: SecretAnswer,
  _form: FormData,
): Promise<SecretAnswer> {
  const ctx = await pageContext();
  try {
    const { link } = await makeSignInLink(ctx, user.id);
    return { kind: "made", label: `Sign-in link for ${user.name}`, secret: link, note: NOTE };
  } catch (error) {
    return refusedSecret(error);
  }
}

/** Close an account. */
export async function revokeUserAction(
  userId: string,
  _: FormAnswer,
  _form: FormData,
): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    await revokeUser(ctx, userId);
    revalidatePath("/installation");
    return null;
  } catch (error) {
    return refusedForm(error);
  }
}

/** Open a closed account again. */
export async function restoreUserAction(
  userId: string,
  _: FormAnswer,
  _form: FormData,
): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    await restoreUser(ctx, userId);
    revalidatePath("/installation");
    return null;
  } catch (error) {
    return refusedForm(error);
  }
}
