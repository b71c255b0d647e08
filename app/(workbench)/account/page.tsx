import type { Metadata } from "next";
import { ChangePasswordForm } from "#components/access/change-password-form.tsx";
import { ConfirmedAction } from "#components/access/confirmed-action.tsx";
import { NameForm } from "#components/access/name-form.tsx";
import { OwnSettings } from "#components/access/own-settings.tsx";
import { SettingsSection } from "#components/access/settings-section.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { needsCurrentPassword } from "#lib/access/change-password.ts";
import { describeUser } from "#lib/access/queries.ts";
import { getSettings } from "#lib/access/settings.ts";
import { pageContext } from "#lib/access/session.ts";
import { changePasswordAction, renameAction, signOutEverywhereAction } from "./account-actions.ts";

export const metadata: Metadata = { title: "Your account" };

type Props = { searchParams: Promise<{ saved?: string }> };

const SAVED: Readonly<Record<string, string>> = {
  name: "Your name is saved.",
  password: "Your password is changed. Other devices were signed out.",
};

export default async function AccountPage({ searchParams }: Props) {
  const ctx = await pageContext();
  const { user } = await describeUser(ctx);
  const saved = SAVED[(await searchParams).saved ?? ""];
  return (
    <>
      <PageHeader title="Your account">{user.email}</PageHeader>
      {saved && <Notice className="mb-6 max-w-xl">{saved}</Notice>}
      <SettingsSection title="Name">
        <NameForm action={renameAction} name={user.name} />
      </SettingsSection>
      <SettingsSection title="Password">
        <ChangePasswordForm
          action={changePasswordAction}
          email={user.email}
          needsCurrent={await needsCurrentPassword(ctx)}
        />
      </SettingsSection>
      <SettingsSection title="What you are told, and what others see">
        <OwnSettings settings={await getSettings(ctx)} />
      </SettingsSection>
      <SettingsSection
        title="Devices"
        lead="A device that you no longer have, or a computer that others use?"
      >
        <div>
          <ConfirmedAction
            action={signOutEverywhereAction}
            label="Sign out everywhere"
            about="all devices"
            question="Sign out everywhere?"
            consequence="Every device is signed out, this one too. Your work stays, and you sign in again with your password."
            variant="secondary"
          />
        </div>
      </SettingsSection>
    </>
  );
}
