"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { changePassword } from "#lib/access/change-password.ts";
import { PersonName } from "#lib/access/model.ts";
import { renameUser } from "#lib/access/rename-user.ts";
import { dropSession, pageAddress, pageContext } from "#lib/access/session.ts";
import { signOutEverywhere } from "#lib/access/sign-out.ts";
import { parseInput } from "#lib/input.ts";
import { refusedForm } from "../refused-form.ts";

/** Another name for oneself. */
export async function renameAction(_: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    const { name } = parseInput(z.object({ name: PersonName }), Object.fromEntries(form));
    await renameUser(ctx, name);
  } catch (error) {
    return refusedForm(error);
  }
  revalidatePath("/", "layout");
  redirect("/account?saved=name");
}

/** Another password; the other sessions end. */
export async function changePasswordAction(_: FormAnswer, form: FormData): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    await changePassword(ctx, {
      current: String(form.get("current") ?? ""),
      password: String(form.get("password") ?? ""),
      address: await pageAddress(),
    });
  } catch (error) {
    return refusedForm(error);
  }
  redirect("/account?saved=password");
}

/** End every session, on every device. */
export async function signOutEverywhereAction(_: FormAnswer, _form: FormData): Promise<FormAnswer> {
  const ctx = await pageContext();
  try {
    await signOutEverywhere(ctx);
    await dropSession();
  } catch (error) {
    return refusedForm(error);
  }
  redirect("/sign-in");
}
