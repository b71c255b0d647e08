import { Table, TableCell, TableRow } from "#components/ui/table.tsx";
import { TableHeader } from "#components/ui/table-header.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Invitation } from "#lib/access/model.ts";
import { ConfirmedAction } from "./confirmed-action.tsx";
import type { FormAction } from "./kept-form.tsx";
import { roleWord } from "./role-words.ts";

type Props = { invitations: readonly (Invitation & { revoke: FormAction })[] };

/** Invitations that nobody has taken up yet. */
export function InvitationsTable({ invitations }: Props) {
  return (
    <Table caption="Open invitations">
      <thead>
        <tr>
          <TableHeader>For</TableHeader>
          <TableHeader>Role</TableHeader>
          <TableHeader>Until</TableHeader>
          <TableHeader isHidden>What can be done</TableHeader>
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ id, email, role, expiresAt, revoke }) => (
          <TableRow key={id}>
            <TableCell>
              {email ?? <span className="text-muted">Whoever has the link</span>}
            </TableCell>
            <TableCell>{role && roleWord(role)}</TableCell>
            <TableCell className="whitespace-nowrap">
              <Time at={expiresAt} precision="date" />
            </TableCell>
            <TableCell className="text-right">
              <ConfirmedAction
                action={revoke}
                label="Take back"
                about={email ?? "invitation"}
                question="Take this invitation back?"
                consequence="Its link stops working at once. You can make another."
              />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
