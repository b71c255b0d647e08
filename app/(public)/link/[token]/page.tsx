import type { Metadata } from "next";
import { DeadLink } from "#components/access/dead-link.tsx";
import { KeptForm } from "#components/access/kept-form.tsx";
import { PublicPage } from "#components/access/public-page.tsx";
import { maybePageContext } from "#lib/access/session.ts";
import { lookAtSignInLink } from "#lib/access/sign-in-by-link.ts";
import { refusalOf } from "../../refusal-of.ts";
import { linkAction } from "./link-action.ts";

export const metadata: Metadata = { title: "One-time link", referrer: "no-referrer" };

type Props = { params: Promise<{ token: string }> };

/** Opening the page does not use the link up, the button does: programs that read letters open links. */
export default async function LinkPage({ params }: Props) {
  const { token } = await params;
  const ctx = await maybePageContext();
  const found = await refusalOf(lookAtSignInLink(ctx, token));
  if (found.refused !== null) return <DeadLink reason={found.refused} />;
  return (
    <PublicPage
      title={`Welcome, ${found.value.name}`}
      lead="This link signs you in once. The button uses it up."
    >
      <KeptForm action={linkAction.bind(null, token)} submitLabel="Sign in" />
    </PublicPage>
  );
}
