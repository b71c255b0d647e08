"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { acceptInvitation, joinByInvitation } from "#lib/access/accept-invitation.ts";
import { UserInput } from "#lib/access/model.ts";
import { keepSession, maybePageContext, pageContext } from "#lib/access/session.ts";
import { parseInput } from "#lib/input.ts";
import { refusedForm } from "../(workbench)/refused-form.ts";

const NewAccount = UserInput.extend({ password: z.string() });

/** Take up an invitation with a new account. */
export async function acceptAction(
  token: string,
  _: FormAnswer,
  form: FormData,
): Promise<FormAnswer> {
  try {
    const person = parseInput(NewAccount, Object.fromEntries(form));
    const ctx = await maybePageContext();
    await keepSession(
      await acceptInvitation({ ...ctx, actor: { kind: "visitor" } }, token, person),
    );
  } catch (error) {
    return refusedForm(error);
  }
  redirect("/");
}

/** Take it up with the account that one is signed in with. */
export async function joinAction(
  token: string,
  _: FormAnswer,
  _form: FormData,
): Promise<FormAnswer> {
  const ctx = await pageContext();
  let projectId: string;
  try {
    ({ projectId } = await joinByInvitation(ctx, token));
  } catch (error) {
    return refusedForm(error);
  }
  redirect(`/projects/${projectId}`);
}
