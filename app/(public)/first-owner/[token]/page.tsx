import type { Metadata } from "next";
import { DeadLink } from "#components/access/dead-link.tsx";
import { NewAccountForm } from "#components/access/new-account-form.tsx";
import { PublicPage } from "#components/access/public-page.tsx";
import { lookAtInvitation } from "#lib/access/accept-invitation.ts";
import { maybePageContext } from "#lib/access/session.ts";
import { acceptAction } from "../../accept-action.ts";
import { refusalOf } from "../../refusal-of.ts";

export const metadata: Metadata = { title: "First owner", referrer: "no-referrer" };

type Props = { params: Promise<{ token: string }> };

export default async function FirstOwnerPage({ params }: Props) {
  const { token } = await params;
  const found = await refusalOf(lookAtInvitation(await maybePageContext(), token));
  if (found.refused !== null) return <DeadLink reason={found.refused} />;
  return (
    <PublicPage
      title="Make yourself the owner"
      lead="You will own this installation: you make projects, and let people in."
    >
      <NewAccountForm
        action={acceptAction.bind(null, token)}
        email={null}
        name={null}
        submitLabel="Make my account"
      />
    </PublicPage>
  );
}
