"use server";

import { redirect } from "next/navigation";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { safeReturn } from "#lib/access/safe-return.ts";
import { keepSession, maybePageContext, pageAddress } from "#lib/access/session.ts";
import { signIn } from "#lib/access/sign-in.ts";
import { refusedForm } from "../../(workbench)/refused-form.ts";

/** Sign in with e-mail and password. */
export async function signInAction(_: FormAnswer, form: FormData): Promise<FormAnswer> {
  try {
    const sessionId = await signIn(await maybePageContext(), {
      email: String(form.get("email") ?? ""),
      password: String(form.get("password") ?? ""),
      address: await pageAddress(),
    });
    await keepSession(sessionId);
  } catch (error) {
    return refusedForm(error);
  }
  redirect(safeReturn(String(form.get("next") ?? "")));
}
