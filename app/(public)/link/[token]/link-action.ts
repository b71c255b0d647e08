"use server";

import { redirect } from "next/navigation";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { keepSession, maybePageContext } from "#lib/access/session.ts";
import { signInByLink } from "#lib/access/sign-in-by-link.ts";
import { refusedForm } from "../../../(workbench)/refused-form.ts";

/** Sign in by the link, which is used up by it. */
export async function linkAction(
  token: string,
  _: FormAnswer,
  _form: FormData,
): Promise<FormAnswer> {
  try {
    await keepSession(await signInByLink(await maybePageContext(), token));
  } catch (error) {
    return refusedForm(error);
  }
  redirect("/choose-password");
}
