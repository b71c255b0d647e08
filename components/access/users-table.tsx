import { Badge } from "#components/ui/badge.tsx";
import { Table, TableCell, TableRow } from "#components/ui/table.tsx";
import { TableHeader } from "#components/ui/table-header.tsx";
import { Time } from "#components/ui/time.tsx";
import type { User } from "#lib/access/model.ts";
import { ConfirmedAction } from "./confirmed-action.tsx";
import type { FormAction } from "./kept-form.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import type { SecretAction } from "./secret-form.tsx";

type Actions = { makeLink: SecretAction; revoke: FormAction; restore: FormAction };
type Props = { users: readonly (User & { actions: Actions })[] };

/** Everybody with an account, closed ones too. */
export function UsersTable({ users }: Props) {
  return (
    <Table caption="Users">
      <thead>
        <tr>
          <TableHeader>Name</TableHeader>
          <TableHeader>Account</TableHeader>
          <TableHeader className="max-sm:hidden">Since</TableHeader>
          <TableHeader isHidden>What can be done</TableHeader>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <TableRow key={user.id}>
            <TableCell>
              <span className="font-medium">{user.name}</span>
              <span className="block text-sm wrap-anywhere text-muted">{user.email}</span>
            </TableCell>
            <TableCell>{accountWord(user)}</TableCell>
            <TableCell className="whitespace-nowrap max-sm:hidden">
              <Time at={user.createdAt} precision="date" />
            </TableCell>
            <TableCell>
              <div className="flex justify-end gap-1 max-sm:flex-col max-sm:items-end">
                {actionsOf(user)}
              </div>
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function accountWord(user: User) {
  if (user.revokedAt !== null) return <Badge tone="danger">Closed</Badge>;
  if (user.isOwner) return <Badge tone="accent">Owner</Badge>;
  return user.hasPassword ? "Open" : <span className="text-muted">No password yet</span>;
}

function actionsOf({ name, isOwner, revokedAt, actions }: User & { actions: Actions }) {
  if (revokedAt !== null) {
    return (
      <ConfirmedAction
        action={actions.restore}
        label="Open again"
        about={name}
        question={`Open the account of ${name} again?`}
        consequence="They can sign in with their old password, and are in their projects again."
        isDangerous={false}
      />
    );
  }
  return (
    <>
      <SecretDialog
        action={actions.makeLink}
        label="Sign-in link"
        about={name}
        question={`A sign-in link for ${name}?`}
        consequence="For who has forgotten their password: it signs them in once, and lets them choose a new one."
      />
      {!isOwner && (
        <ConfirmedAction
          action={actions.revoke}
          label="Close"
          about={name}
          question={`Close the account of ${name}?`}
          consequence="They are out at once, on every device, and their tokens are refused. Their work and their name on it stay. You can open it again."
        />
      )}
    </>
  );
}
