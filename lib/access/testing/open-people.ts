import { v7 as uuidv7 } from "uuid";
import type { Context, MemberRole, UserActor } from "#lib/context.ts";
import { isDomainError } from "#lib/errors.ts";
import { openTestClient } from "#lib/db/testing/open-test-client.ts";
import { findSessionActor } from "#lib/access/find-actor.ts";
import { hashPassword } from "#lib/access/passwords.ts";
import { signIn } from "#lib/access/sign-in.ts";

export const PASSWORD = "the ferry leaves at nine";

/** A database of one's own with people who have the same password, and what they need to act. */
export async function openPeople() {
  const { db, url, close } = await openTestClient();
  const passwordHash = await hashPassword(PASSWORD);
  const operator = (): Context => ({ actor: { kind: "operator" }, db, now: new Date() });
  const visitor = (): Context => ({ actor: { kind: "visitor" }, db, now: new Date() });
  const as = (actor: UserActor): Context => ({ actor, db, now: new Date() });

  async function makeProject(): Promise<string> {
    const id = uuidv7();
    await db.project.create({ data: { id, name: `Project ${id}`, scope: {} } });
    return id;
  }

  async function makePerson(roles: Record<string, MemberRole> = {}) {
    const id = uuidv7();
    const members = Object.entries(roles).map(([projectId, role]) => ({ projectId, role }));
    return db.user.create({
      data: {
        id,
        email: `${id}@onrecord.example`,
        name: `Person ${id.slice(-6)}`,
        passwordHash,
        members: { create: members },
      },
    });
  }

  /** Them in a session that begins with their password. */
  async function actorOf(user: { email: string }): Promise<UserActor> {
    const given = { email: user.email, password: PASSWORD, address: null };
    const actor = await findSessionActor(db, await signIn(visitor(), given), new Date());
    if (actor === null) throw new Error("no session");
    return actor;
  }

  return { db, url, close, operator, visitor, as, makeProject, makePerson, actorOf };
}

/** The token at the end of a one-time link. */
export function tokenOf(link: string): string {
  return link.slice(link.lastIndexOf("/") + 1);
}

/** What was refused, as people read it. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code: string; message: string; fields?: object }> {
  try {
    await work;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { code, message, fields } = error;
    return Object.keys(fields).length > 0 ? { code, message, fields } : { code, message };
  }
  throw new Error("nothing was refused");
}
