"use server";

import { redirect } from "next/navigation";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { changePassword } from "#lib/access/change-password.ts";
import { pageContext } from "#lib/access/session.ts";
import { refusedForm } from "../../(workbench)/refused-form.ts";

/** Choose a password after a one-time link. */
export async function choosePasswordAction(_: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    await changePassword(ctx, { current: "", password: String(form.get("password") ?? "") });
  } catch (error) {
    return refusedForm(error);
  }
  redirect("/");
}
