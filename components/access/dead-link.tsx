import { ButtonLink } from "#components/ui/button-link.tsx";
import { PublicPage } from "./public-page.tsx";

/** A one-time link that does nothing any more, and what to do about it. */
export function DeadLink({ reason }: { reason: string }) {
  return (
    <PublicPage title="This link does not work" lead={reason}>
      <div>
        <ButtonLink href="/sign-in">Sign in with your password</ButtonLink>
      </div>
    </PublicPage>
  );
}
