import { Table, TableCell, TableRow } from "#components/ui/table.tsx";
import { TableHeader } from "#components/ui/table-header.tsx";
import { Time } from "#components/ui/time.tsx";
import type { MemberRole } from "#lib/context.ts";
import { ConfirmedAction } from "./confirmed-action.tsx";
import type { FormAction } from "./kept-form.tsx";
import { RoleSelect } from "./role-select.tsx";
import { roleWord } from "./role-words.ts";
import { SecretDialog } from "./secret-dialog.tsx";
import type { SecretAction } from "./secret-form.tsx";

type Props = {
  members: readonly {
    id: string;
    name: string;
    email: string | null;
    role: MemberRole;
    createdAt: string;
    /** Null to those who do not manage the project. */
    actions: { changeRole: FormAction; remove: FormAction; makeLink: SecretAction } | null;
  }[];
};

/** Who is in the project, and as what. */
export function MembersTable({ members }: Props) {
  const hasActions = members.some(({ actions }) => actions !== null);
  return (
    <Table caption="Members">
      <thead>
        <tr>
          <TableHeader>Name</TableHeader>
          <TableHeader>Role</TableHeader>
          <TableHeader className="max-sm:hidden">Since</TableHeader>
          {hasActions && <TableHeader isHidden>What can be done</TableHeader>}
        </tr>
      </thead>
      <tbody>
        {members.map(({ id, name, email, role, createdAt, actions }) => (
          <TableRow key={id}>
            <TableCell>
              <span className="font-medium">{name}</span>
              {email && <span className="block text-sm wrap-anywhere text-muted">{email}</span>}
            </TableCell>
            <TableCell>
              {actions ? (
                <RoleSelect action={actions.changeRole} role={role} name={name} />
              ) : (
                roleWord(role)
              )}
            </TableCell>
            <TableCell className="whitespace-nowrap max-sm:hidden">
              <Time at={createdAt} precision="date" />
            </TableCell>
            {actions && (
              <TableCell>
                <div className="flex justify-end gap-1 max-sm:flex-col max-sm:items-end">
                  <SecretDialog
                    action={actions.makeLink}
                    label="Sign-in link"
                    about={name}
                    question={`A sign-in link for ${name}?`}
                    consequence="For who has forgotten their password: it signs them in once, and lets them choose a new one."
                  />
                  <ConfirmedAction
                    action={actions.remove}
                    label="Remove"
                    about={name}
                    question={`Remove ${name} from this project?`}
                    consequence="They are out at once. Their work and their name on it stay, and you can invite them again."
                  />
                </div>
              </TableCell>
            )}
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
