import { z } from "zod";
import { MEMBER_ROLES, type UserActor } from "#lib/context.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { installationSecret } from "./installation-secret.ts";
import type { Me } from "./model.ts";
import { roleIn } from "./permissions.ts";
import { unsealSession } from "./session-cookie.ts";
import { SESSION_DAYS } from "./session-length.ts";
import { hashSecretToken } from "./secret-token.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

const Row = z.object({
  userId: z.string(),
  name: z.string(),
  isOwner: z.boolean(),
  seenAt: z.date().nullable(),
  roles: z.record(z.string(), z.enum(MEMBER_ROLES)),
  blind: z.array(z.string()),
});

/** The person behind a session cookie's value; null for a value that we did not write as well. */
export async function findCookieActor(
  db: Db,
  value: string | undefined,
  now: Date,
): Promise<UserActor | null> {
  if (!value) return null;
  const sessionId = await unsealSession(value, await installationSecret(db));
  return sessionId === null ? null : findSessionActor(db, sessionId, now);
}

/** The same for a page, which says of them who they are and what they are in; in one statement too. */
export async function findCookieVisit(
  db: Db,
  value: string | undefined,
  now: Date,
): Promise<Visit | null> {
  if (!value) return null;
  const sessionId = await unsealSession(value, await installationSecret(db));
  return sessionId === null ? null : findSessionVisit(db, sessionId, now);
}

/**
 * The person behind a session, as they are now: null when it has ended or run out, and when the
 * person was revoked. Read anew for every request. Using a session prolongs it, at most once a day.
 */
export async function findSessionActor(
  db: Db,
  sessionId: string,
  now: Date,
): Promise<UserActor | null> {
  return (await readSession(db, sessionId, now, Prisma.empty))?.actor ?? null;
}

/** Who acts, and what describeUser() says of them. */
export type Visit = { actor: UserActor; me: Me };

/** The same with their account, and their projects by name. */
export async function findSessionVisit(
  db: Db,
  sessionId: string,
  now: Date,
): Promise<Visit | null> {
  const session = await readSession(db, sessionId, now, ACCOUNT);
  if (session === null) return null;
  const { actor, row } = session;
  const { email, projects } = Account.parse(row);
  return {
    actor,
    me: {
      user: { id: actor.userId, name: actor.name, email },
      projects: projects.flatMap((project) => {
        const role = roleIn(actor, project.id);
        return role === null ? [] : [{ ...project, role }];
      }),
    },
  };
}

/** Which they are is settled by the actor's roles; the SQL only keeps from reading all others. */
const ACCOUNT = Prisma.sql`, u.email, (
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id), '[]'::json)
  FROM project p WHERE u.is_owner OR p.id IN (SELECT m.project_id FROM member m WHERE m.user_id = u.id)
) AS projects`;

const Account = z.object({
  email: z.string(),
  projects: z.array(z.object({ id: z.string(), name: z.string() })),
});

async function readSession(
  db: Db,
  sessionId: string,
  now: Date,
  more: Prisma.Sql,
): Promise<{ actor: UserActor; row: unknown } | null> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT u.id AS "userId", u.name, u.is_owner AS "isOwner", s.expires_at AS "seenAt",
           (SELECT coalesce(json_object_agg(m.project_id, m.role), '{}'::json) FROM member m
            WHERE m.user_id = u.id AND m.revoked_at IS NULL) AS roles,
           ARRAY(SELECT m.project_id::text FROM member m JOIN project p ON p.id = m.project_id
                 WHERE m.user_id = u.id AND m.revoked_at IS NULL AND p.layers = 'blind') AS blind ${more}
    FROM session s JOIN user_account u ON u.id = s.user_id
    WHERE s.id = ${sessionId}::uuid AND s.ended_at IS NULL AND s.expires_at > ${now} AND u.revoked_at IS NULL`;
  if (rows[0] === undefined) return null;
  const row = Row.parse(rows[0]);
  const fullTerm = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
  if (row.seenAt !== null && fullTerm.getTime() - row.seenAt.getTime() > DAY_MS) {
    await db.session.updateMany({
      where: { id: sessionId, endedAt: null },
      data: { expiresAt: fullTerm },
    });
  }
  const actor: UserActor = {
    kind: "user",
    userId: row.userId,
    name: row.name,
    isOwner: row.isOwner,
    roles: new Map(Object.entries(row.roles)),
    blind: new Set(row.blind),
    via: "session",
    sessionId,
  };
  return { actor, row: rows[0] };
}

/**
 * Who a token acts for, with the token's project and no other: also an owner's token opens nothing
 * else. Null when it is not known or was revoked, and when its person was.
 */
export async function findTokenActor(db: Db, token: string, now: Date): Promise<UserActor | null> {
  const tokenHash = hashSecretToken(token);
  const rows = await db.$queryRaw`
    SELECT u.id AS "userId", u.name, u.is_owner AS "isOwner", t.last_used_at AS "seenAt",
           CASE WHEN u.is_owner THEN json_build_object(t.project_id, 'manager')
                WHEN m.role IS NOT NULL THEN json_build_object(t.project_id, m.role)
                ELSE '{}'::json END AS roles,
           ARRAY(SELECT p.id::text FROM project p WHERE p.id = t.project_id AND p.layers = 'blind') AS blind
    FROM api_token t JOIN user_account u ON u.id = t.user_id
    LEFT JOIN member m ON m.project_id = t.project_id AND m.user_id = u.id AND m.revoked_at IS NULL
    WHERE t.token_hash = ${tokenHash} AND t.revoked_at IS NULL AND u.revoked_at IS NULL`;
  const row = z.array(Row).parse(rows)[0];
  if (row === undefined) return null;
  if (row.seenAt === null || now.getTime() - row.seenAt.getTime() > MINUTE_MS) {
    await db.apiToken.updateMany({ where: { tokenHash }, data: { lastUsedAt: now } });
  }
  return {
    kind: "user",
    userId: row.userId,
    name: row.name,
    isOwner: false,
    roles: new Map(Object.entries(row.roles)),
    blind: new Set(row.blind),
    via: "token",
    sessionId: null,
  };
}
