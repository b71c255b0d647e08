import type { Metadata } from "next";
import Link from "next/link";
import { DeadLink } from "#components/access/dead-link.tsx";
import { KeptForm } from "#components/access/kept-form.tsx";
import { NewAccountForm } from "#components/access/new-account-form.tsx";
import { PublicPage } from "#components/access/public-page.tsx";
import { roleWord } from "#components/access/role-words.ts";
import { lookAtInvitation } from "#lib/access/accept-invitation.ts";
import { maybePageContext } from "#lib/access/session.ts";
import { acceptAction, joinAction } from "../../accept-action.ts";
import { refusalOf } from "../../refusal-of.ts";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

type Props = { params: Promise<{ token: string }> };

/** Opening the page does not use the invitation up. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const ctx = await maybePageContext();
  const found = await refusalOf(lookAtInvitation(ctx, token));
  if (found.refused !== null) return <DeadLink reason={found.refused} />;
  const { project, email, name } = found.value;
  const lead = project && `You are invited as ${roleWord(project.role).toLowerCase()}.`;
  const title = project ? `Join ${project.name}` : "Join";
  if (ctx.actor.kind === "user") {
    return (
      <PublicPage title={title} lead={`${lead ?? ""} You are signed in as ${ctx.actor.name}.`}>
        <KeptForm action={joinAction.bind(null, token)} submitLabel="Join" />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={title} lead={lead}>
      <NewAccountForm
        action={acceptAction.bind(null, token)}
        email={email}
        name={name}
        submitLabel="Join"
      />
      <p className="text-sm text-muted">
        You have an account already?{" "}
        <Link className="link" href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}>
          Sign in first
        </Link>
        , and join with it.
      </p>
    </PublicPage>
  );
}
