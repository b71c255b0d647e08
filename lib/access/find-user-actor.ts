import { z } from "zod";
import { MEMBER_ROLES, type UserActor } from "#lib/context.ts";
import type { Db } from "#lib/db/client.ts";

const Row = z.object({
  name: z.string(),
  isOwner: z.boolean(),
  roles: z.record(z.string(), z.enum(MEMBER_ROLES)),
  blind: z.array(z.string()),
});

/**
 * A person as they may act now, for work that goes on after they asked for it; null when they were
 * revoked since.
 */
export async function findUserActor(db: Db, userId: string): Promise<UserActor | null> {
  const rows = await db.$queryRaw`
    SELECT u.name, u.is_owner AS "isOwner",
           (SELECT coalesce(json_object_agg(m.project_id, m.role), '{}'::json) FROM member m
             WHERE m.user_id = u.id AND m.revoked_at IS NULL) AS roles,
           ARRAY(SELECT m.project_id::text FROM member m JOIN project p ON p.id = m.project_id
                  WHERE m.user_id = u.id AND m.revoked_at IS NULL AND p.layers = 'blind') AS blind
      FROM user_account u WHERE u.id = ${userId}::uuid AND u.revoked_at IS NULL`;
  const row = z.array(Row).parse(rows)[0];
  if (row === undefined) return null;
  const { name, isOwner } = row;
  const roles = new Map(Object.entries(row.roles));
  const blind = new Set(row.blind);
  return { kind: "user", userId, name, isOwner, roles, blind, via: "session", sessionId: null };
}
