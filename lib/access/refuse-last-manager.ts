import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";

/**
 * Refuse to take the role from a project's last manager: nobody in it could give it back. Call it in
 * the transaction of the change. It locks the project's managers, so that of two who leave at once
 * one stays.
 */
export async function refuseLastManager(
  ctx: Context,
  projectId: string,
  person: { id: string; name: string },
): Promise<void> {
  const managers = await ctx.db.$queryRaw<{ userId: string }[]>`
    SELECT m.user_id AS "userId" FROM member m JOIN user_account u ON u.id = m.user_id
    WHERE m.project_id = ${projectId}::uuid AND m.role = 'manager' AND m.revoked_at IS NULL AND u.revoked_at IS NULL
    ORDER BY m.user_id FOR UPDATE OF m`;
  if (managers.some(({ userId }) => userId !== person.id)) return;
  throw new DomainError(
    "state",
    `${person.name} is the last manager of this project. Make somebody else a manager first.`,
  );
}
