import { Table, TableCell, TableRow } from "#components/ui/table.tsx";
import { TableHeader } from "#components/ui/table-header.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ApiToken } from "#lib/access/model.ts";
import { ConfirmedAction } from "./confirmed-action.tsx";
import type { FormAction } from "./kept-form.tsx";

type Props = { tokens: readonly (ApiToken & { revoke: FormAction })[] };

/** Tokens that open the project, never the tokens themselves. */
export function TokensTable({ tokens }: Props) {
  if (tokens.length === 0) return <p className="text-muted">There is none.</p>;
  return (
    <Table caption="Tokens">
      <thead>
        <tr>
          <TableHeader>For</TableHeader>
          <TableHeader>Acts as</TableHeader>
          <TableHeader className="max-sm:hidden">Made</TableHeader>
          <TableHeader>Last used</TableHeader>
          <TableHeader isHidden>What can be done</TableHeader>
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ id, name, user, createdAt, lastUsedAt, revoke }) => (
          <TableRow key={id}>
            <TableCell className="font-medium">{name}</TableCell>
            <TableCell>{user.name}</TableCell>
            <TableCell className="whitespace-nowrap max-sm:hidden">
              <Time at={createdAt} precision="date" />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              {lastUsedAt ? <Time at={lastUsedAt} /> : <span className="text-muted">Never</span>}
            </TableCell>
            <TableCell className="text-right">
              <ConfirmedAction
                action={revoke}
                label="Revoke"
                about={name}
                question={`Revoke the token for ${name}?`}
                consequence="Programs that use it are refused from their next request on. This cannot be undone."
              />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
