import type { Metadata } from "next";
import { InvitationsTable } from "#components/access/invitations-table.tsx";
import { InviteForm } from "#components/access/invite-form.tsx";
import { MembersTable } from "#components/access/members-table.tsx";
import { SettingsSection } from "#components/access/settings-section.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { listInvitations } from "#lib/access/queries.ts";
import { pageContext } from "#lib/access/session.ts";
import { getProject, listMembers } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../../or-not-found.ts";
import {
  changeRoleAction,
  inviteAction,
  memberLinkAction,
  removeAction,
  revokeInvitationAction,
} from "./member-actions.ts";

export const metadata: Metadata = { title: "Members" };

type Props = { params: Promise<{ projectId: string }> };

export default async function MembersPage({ params }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const members = (await listMembers(ctx, project.id)).filter(
    ({ revokedAt }) => revokedAt === null,
  );
  const canEdit = can(ctx.actor, "member.edit", project.id);
  const invitations = canEdit ? await listInvitations(ctx, project.id) : [];
  return (
    <>
      <PageHeader title="Members" />
      {canEdit && (
        <SettingsSection title="Invite somebody">
          <InviteForm action={inviteAction.bind(null, project.id)} />
        </SettingsSection>
      )}
      <SettingsSection title={`${members.length} in the project`} isWide>
        <MembersTable
          members={members.map((member) => ({
            ...member,
            actions: canEdit
              ? {
                  changeRole: changeRoleAction.bind(null, project.id, member.id),
                  remove: removeAction.bind(null, project.id, member.id),
                  makeLink: memberLinkAction.bind(null, project.id, {
                    id: member.id,
                    name: member.name,
                  }),
                }
              : null,
          }))}
        />
      </SettingsSection>
      {invitations.length > 0 && (
        <SettingsSection title="Open invitations" isWide>
          <InvitationsTable
            invitations={invitations.map((invitation) => ({
              ...invitation,
              revoke: revokeInvitationAction.bind(null, invitation.id),
            }))}
          />
        </SettingsSection>
      )}
    </>
  );
}
