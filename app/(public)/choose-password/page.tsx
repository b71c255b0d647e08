import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChoosePasswordForm } from "#components/access/choose-password-form.tsx";
import { PublicPage } from "#components/access/public-page.tsx";
import { needsCurrentPassword } from "#lib/access/change-password.ts";
import { pageContext } from "#lib/access/session.ts";
import { choosePasswordAction } from "./choose-password-action.ts";

export const metadata: Metadata = { title: "Choose a password" };

export default async function ChoosePasswordPage() {
  const ctx = await pageContext();
  if (await needsCurrentPassword(ctx)) redirect("/account");
  return (
    <PublicPage
      title="Choose a password"
      lead="You are signed in. With a password you can sign in again, without another link."
    >
      <ChoosePasswordForm action={choosePasswordAction} />
    </PublicPage>
  );
}
