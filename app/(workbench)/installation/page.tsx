import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddUserForm } from "#components/access/add-user-form.tsx";
import { SettingsSection } from "#components/access/settings-section.tsx";
import { UsersTable } from "#components/access/users-table.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listUsers } from "#lib/access/queries.ts";
import { pageContext } from "#lib/access/session.ts";
import {
  addUserAction,
  restoreUserAction,
  revokeUserAction,
  userLinkAction,
} from "./user-actions.ts";

export const metadata: Metadata = { title: "Users" };

export default async function InstallationPage() {
  const ctx = await pageContext();
  if (!ctx.actor.isOwner) notFound();
  const users = await listUsers(ctx);
  return (
    <>
      <PageHeader title="Users">Everybody with an account on this installation.</PageHeader>
      <SettingsSection
        title="Add a user"
        lead="Members of a project are better invited there, with their role."
      >
        <AddUserForm action={addUserAction} />
      </SettingsSection>
      <SettingsSection
        title={`${users.length} ${users.length === 1 ? "account" : "accounts"}`}
        isWide
      >
        <UsersTable
          users={users.map((user) => ({
            ...user,
            actions: {
              makeLink: userLinkAction.bind(null, { id: user.id, name: user.name }),
              revoke: revokeUserAction.bind(null, user.id),
              restore: restoreUserAction.bind(null, user.id),
            },
          }))}
        />
      </SettingsSection>
    </>
  );
}
