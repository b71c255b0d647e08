import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PublicPage } from "#components/access/public-page.tsx";
import { SignInForm } from "#components/access/sign-in-form.tsx";
import { safeReturn } from "#lib/access/safe-return.ts";
import { maybePageContext } from "#lib/access/session.ts";
import { signInAction } from "./sign-in-action.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const goTo = safeReturn(typeof next === "string" ? next : null);
  const ctx = await maybePageContext();
  if (ctx.actor.kind === "user") redirect(goTo);
  return (
    <PublicPage title="Sign in">
      <SignInForm action={signInAction} next={goTo} />
      <p className="text-sm text-muted">
        Password forgotten? A manager of your project can make you a one-time link.
      </p>
    </PublicPage>
  );
}
