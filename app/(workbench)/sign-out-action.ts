"use server";

import { redirect } from "next/navigation";
import { dropSession, pageContext } from "#lib/access/session.ts";
import { signOut } from "#lib/access/sign-out.ts";

/** End this session, on this device only. */
export async function signOutAction(): Promise<void> {
  await signOut(await pageContext());
  await dropSession();
  redirect("/sign-in");
}
