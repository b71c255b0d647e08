import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "#generated/prisma/client.ts";
import type { Context, MemberRole, UserActor } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { isDomainError } from "#lib/errors.ts";
import { acceptInvitation, joinByInvitation, lookAtInvitation } from "./accept-invitation.ts";
import { addMember, changeMemberRole } from "./add-member.ts";
import { addUser } from "./add-user.ts";
import { ACCOUNT_ATTEMPTS } from "./attempt-limits.ts";
import { changePassword, needsCurrentPassword } from "./change-password.ts";
import { createToken, createTokenFor } from "./create-token.ts";
import { findCookieActor, findSessionActor, findTokenActor } from "./find-actor.ts";
import { installationSecret } from "./installation-secret.ts";
import { inviteMember } from "./invite-member.ts";
import { makeInvitation, makeOwnerInvitation, revokeInvitation } from "./make-invitation.ts";
import { makeMemberSignInLink, makeSignInLink } from "./make-sign-in-link.ts";
import { hashPassword } from "./passwords.ts";
import { describeUser, listTokens, listUsers } from "./queries.ts";
import { removeMember } from "./remove-member.ts";
import { restoreUser, revokeUser } from "./revoke-user.ts";
import { revokeToken } from "./revoke-token.ts";
import { sealSession } from "./session-cookie.ts";
import { signIn } from "./sign-in.ts";
import { signOut, signOutEverywhere } from "./sign-out.ts";
import { lookAtSignInLink, signInByLink } from "./sign-in-by-link.ts";

const PASSWORD = "the ferry leaves at nine";
const DAY_MS = 24 * 60 * 60 * 1000;

let database: TestDatabase;
let db: PrismaClient;

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url);
});

afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

describe("signing in", () => {
  it("begins a session that every request looks up", async () => {
    const user = await makePerson();
    const id = await signIn(visitor(), {
      email: ` ${user.email.toUpperCase()} `,
      password: PASSWORD,
      address: null,
    });
    const cookie = await sealSession(id, await installationSecret(db));
    expect(await findCookieActor(db, cookie, new Date())).toMatchObject({
      userId: user.id,
      sessionId: id,
    });
    expect(await findCookieActor(db, `${cookie}x`, new Date())).toBeNull();
    expect(
      await findCookieActor(db, await sealSession(id, "another secret"), new Date()),
    ).toBeNull();
  });

  it("refuses in the same words whatever is wrong", async () => {
    const known = await makePerson();
    const closed = await makePerson();
    await revokeUser(operator(), closed.id);
    const fresh = await addUser(operator(), { email: `${uuidv7()}@onrecord.example`, name: "New" });
    const attempts = [
      { email: known.email, password: "not the password" },
      { email: closed.email, password: PASSWORD },
      { email: fresh.email, password: "" },
      { email: "nobody@onrecord.example", password: PASSWORD },
      { email: "no address", password: PASSWORD },
    ];
    for (const attempt of attempts) {
      const error = await refusal(signIn(visitor(), { ...attempt, address: null }));
      expect(error).toEqual({
        code: "signed-out",
        message: "The e-mail or the password is not right.",
      });
    }
  });

  it("takes as long for an account that is not there", async () => {
    const known = await makePerson();
    const time = async (email: string) => {
      const since = performance.now();
      for (let round = 0; round < 4; round++) {
        await refusal(signIn(visitor(), { email, password: "not the password", address: null }));
      }
      return performance.now() - since;
    };
    await time("warm@onrecord.example");
    const ratio = (await time("nobody.here@onrecord.example")) / (await time(known.email));
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it.each(["someone", "nobody"])(
    "stops guessing at an account, also many at once: %s",
    async (who) => {
      const email = who === "someone" ? (await makePerson()).email : `${uuidv7()}@onrecord.example`;
      const wrong = () =>
        refusal(signIn(visitor(), { email, password: "not the password", address: null }));
      const codes = await Promise.all(
        Array.from({ length: ACCOUNT_ATTEMPTS + 4 }, async () => (await wrong()).code),
      );
      expect(codes.filter((code) => code === "signed-out")).toHaveLength(ACCOUNT_ATTEMPTS);
      const right = await refusal(signIn(visitor(), { email, password: PASSWORD, address: null }));
      expect(right).toMatchObject({
        code: "too-many",
        message: "Too many attempts. Try again in 15 minutes.",
      });
    },
  );

  it("stops guessing from one address at many accounts", async () => {
    await db.rateLimiterFlexible.deleteMany();
    const address = "203.0.113.7";
    const guess = () =>
      signIn(visitor(), { email: `${uuidv7()}@onrecord.example`, password: "x", address });
    await refusal(guess());
    await db.rateLimiterFlexible.updateMany({
      where: { key: { startsWith: "address" } },
      data: { points: 100 },
    });
    expect((await refusal(guess())).code).toBe("too-many");
    const user = await makePerson();
    const elsewhere = { email: user.email, password: PASSWORD, address: "203.0.113.8" };
    await expect(signIn(visitor(), elsewhere)).resolves.toBeTypeOf("string");
  });

  it("forgets the attempts of who then gets in", async () => {
    const { email } = await makePerson();
    for (let round = 0; round < ACCOUNT_ATTEMPTS * 2; round++) {
      const password = round % 5 === 4 ? PASSWORD : "not the password";
      const code = await signIn(visitor(), { email, password, address: null }).catch(
        (error) => error.code,
      );
      expect(code).not.toBe("too-many");
    }
  });
});

describe("sessions", () => {
  it("end here, or everywhere, at once", async () => {
    const user = await makePerson();
    const [here, there] = [await actorOf(user), await actorOf(user)];
    await signOut(as(here));
    await signOut(as(here));
    expect(await findSessionActor(db, here.sessionId ?? "", new Date())).toBeNull();
    expect(await findSessionActor(db, there.sessionId ?? "", new Date())).not.toBeNull();
    await signOutEverywhere(as(there));
    expect(await findSessionActor(db, there.sessionId ?? "", new Date())).toBeNull();
  });

  it("run out unless they are used", async () => {
    const actor = await actorOf(await makePerson());
    const later = (days: number) => new Date(Date.now() + days * DAY_MS);
    expect(await findSessionActor(db, actor.sessionId ?? "", later(29))).not.toBeNull();
    expect(await findSessionActor(db, actor.sessionId ?? "", later(58))).not.toBeNull();
    expect(await findSessionActor(db, actor.sessionId ?? "", later(89))).toBeNull();
  });

  it("and tokens are out at the next request of who is revoked, and tokens come back with them", async () => {
    const user = await makePerson();
    const projectId = await makeProject();
    await addMember(operator(), projectId, user.id, "annotator");
    const actor = await actorOf(user);
    const { token } = await createToken(as(actor), projectId, "script");
    const { link } = await makeSignInLink(operator(), user.id);
    await revokeUser(operator(), user.id);
    await revokeUser(operator(), user.id);
    expect(await findSessionActor(db, actor.sessionId ?? "", new Date())).toBeNull();
    expect(await findTokenActor(db, token, new Date())).toBeNull();
    expect(await refusal(signInByLink(visitor(), tokenOf(link)))).toMatchObject({ code: "state" });
    await restoreUser(operator(), user.id);
    expect(await findSessionActor(db, actor.sessionId ?? "", new Date())).toBeNull();
    expect(await findTokenActor(db, token, new Date())).not.toBeNull();
    expect((await refusal(signInByLink(visitor(), tokenOf(link)))).message).toMatch(/run out/);
  });

  it("are signed with one secret, also when two copies of the app start at once", async () => {
    await db.installation.deleteMany();
    const [one, two] = [makeClient(database.url), makeClient(database.url)];
    const secrets = await Promise.all([one, two].map((client) => installationSecret(client)));
    expect(secrets[0]).toBe(secrets[1]);
    await Promise.all([one.$disconnect(), two.$disconnect()]);
    await db.$disconnect();
    db = makeClient(database.url);
  });
});

describe("a sign-in link", () => {
  it("signs in once, and lets a password be chosen without the old one", async () => {
    const user = await makePerson();
    const other = await actorOf(user);
    const { link } = await makeSignInLink(operator(), user.id);
    expect(await lookAtSignInLink(visitor(), tokenOf(link))).toEqual({ name: user.name });
    expect(await lookAtSignInLink(visitor(), tokenOf(link))).toEqual({ name: user.name });
    const sessionId = await signInByLink(visitor(), tokenOf(link));
    expect((await refusal(signInByLink(visitor(), tokenOf(link)))).message).toMatch(/used already/);
    const actor = await findSessionActor(db, sessionId, new Date());
    if (actor === null) throw new Error("no session");
    expect(await needsCurrentPassword(as(actor))).toBe(false);
    await changePassword(as(actor), { current: "", password: "another ferry leaves at ten" });
    expect(await findSessionActor(db, sessionId, new Date())).not.toBeNull();
    expect(await findSessionActor(db, other.sessionId ?? "", new Date())).toBeNull();
    await signIn(visitor(), {
      email: user.email,
      password: "another ferry leaves at ten",
      address: null,
    });
    expect(
      await needsCurrentPassword({ ...as(actor), now: new Date(Date.now() + 2 * 60 * 60 * 1000) }),
    ).toBe(true);
  });

  it("signs in once when it is opened twice at the same moment", async () => {
    const { link } = await makeSignInLink(operator(), (await makePerson()).id);
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => signInByLink(visitor(), tokenOf(link))),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("runs out, and is refused when it was never made", async () => {
    const { link } = await makeSignInLink(operator(), (await makePerson()).id);
    const tomorrow = { ...visitor(), now: new Date(Date.now() + DAY_MS + 1) };
    expect((await refusal(signInByLink(tomorrow, tokenOf(link)))).message).toMatch(/run out/);
    expect((await refusal(signInByLink(visitor(), "x"))).code).toBe("not-found");
  });

  it("is made by a manager only for who is in no more than they manage", async () => {
    const [here, elsewhere] = [await makeProject(), await makeProject()];
    const manager = await actorOf(await makePerson({ [here]: "manager" }));
    const member = await makePerson({ [here]: "annotator" });
    const guest = await makePerson({ [here]: "annotator", [elsewhere]: "annotator" });
    const stranger = await makePerson({ [elsewhere]: "annotator" });
    await expect(makeMemberSignInLink(as(manager), here, member.id)).resolves.toHaveProperty(
      "link",
    );
    expect((await refusal(makeMemberSignInLink(as(manager), here, guest.id))).code).toBe(
      "forbidden",
    );
    expect((await refusal(makeMemberSignInLink(as(manager), here, stranger.id))).code).toBe(
      "not-found",
    );
    expect((await refusal(makeMemberSignInLink(as(manager), elsewhere, guest.id))).code).toBe(
      "not-found",
    );
    const annotator = await actorOf(member);
    expect((await refusal(makeMemberSignInLink(as(annotator), here, member.id))).code).toBe(
      "forbidden",
    );
    expect((await refusal(makeSignInLink(as(manager), member.id))).code).toBe("forbidden");
  });
});

describe("a password", () => {
  it("is changed only by who knows the one before", async () => {
    const actor = await actorOf(await makePerson());
    const wrong = changePassword(as(actor), {
      current: "not the password",
      password: "another ferry at ten",
    });
    expect(await refusal(wrong)).toMatchObject({
      code: "invalid",
      fields: { current: expect.any(String) },
    });
    const short = changePassword(as(actor), { current: PASSWORD, password: "short" });
    expect(await refusal(short)).toMatchObject({
      code: "invalid",
      fields: { password: expect.any(String) },
    });
    await changePassword(as(actor), { current: PASSWORD, password: "another ferry at ten" });
  });
});

describe("an invitation", () => {
  it("lets somebody new join once, with the role that it names", async () => {
    const projectId = await makeProject();
    const manager = as(await actorOf(await makePerson({ [projectId]: "manager" })));
    const { link } = await makeInvitation(manager, projectId, {
      role: "reviewer",
      email: "vera@onrecord.example",
    });
    expect(await lookAtInvitation(visitor(), tokenOf(link))).toMatchObject({
      project: { id: projectId, role: "reviewer" },
      email: "vera@onrecord.example",
    });
    const person = { email: "vera@onrecord.example", name: "Vera Holm", password: PASSWORD };
    const accepted = await Promise.allSettled(
      [1, 2].map(() => acceptInvitation(visitor(), tokenOf(link), person)),
    );
    const [sessionId] = accepted.flatMap((result) =>
      result.status === "fulfilled" ? [result.value] : [],
    );
    expect(accepted.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const actor = await findSessionActor(db, sessionId ?? "", new Date());
    expect(actor?.roles).toEqual(new Map([[projectId, "reviewer"]]));
    if (actor === null) throw new Error("no session");
    expect(await describeUser(as(actor))).toMatchObject({
      user: { name: "Vera Holm" },
      projects: [{ id: projectId, role: "reviewer" }],
    });
    expect((await refusal(lookAtInvitation(visitor(), tokenOf(link)))).message).toMatch(
      /taken up already/,
    );
  });

  it("lets somebody with an account join, and never makes a role smaller", async () => {
    const [projectId, second] = [await makeProject(), await makeProject()];
    const user = await makePerson({ [second]: "manager" });
    const first = await makeInvitation(operator(), projectId, { role: "annotator" });
    const taken = { email: user.email, name: "Somebody", password: PASSWORD };
    expect((await refusal(acceptInvitation(visitor(), tokenOf(first.link), taken))).code).toBe(
      "duplicate",
    );
    await joinByInvitation(as(await actorOf(user)), tokenOf(first.link));
    expect((await actorOf(user)).roles.get(projectId)).toBe("annotator");
    const smaller = await makeInvitation(operator(), second, { role: "reader" });
    await joinByInvitation(as(await actorOf(user)), tokenOf(smaller.link));
    expect((await actorOf(user)).roles.get(second)).toBe("manager");
  });

  it("can be taken back, and runs out", async () => {
    const projectId = await makeProject();
    const { link } = await makeInvitation(operator(), projectId, { role: "reader" });
    const later = { ...visitor(), now: new Date(Date.now() + 15 * DAY_MS) };
    expect((await refusal(lookAtInvitation(later, tokenOf(link)))).message).toMatch(/run out/);
    const invitation = await db.invitation.findFirstOrThrow({ where: { projectId } });
    const stranger = as(await actorOf(await makePerson()));
    expect((await refusal(revokeInvitation(stranger, invitation.id))).code).toBe("not-found");
    await revokeInvitation(operator(), invitation.id);
    expect((await refusal(lookAtInvitation(visitor(), tokenOf(link)))).message).toMatch(
      /taken back/,
    );
  });

  it("is not needed by who has an account", async () => {
    const projectId = await makeProject();
    const user = await makePerson();
    expect(
      await inviteMember(operator(), projectId, { email: user.email, role: "reader" }),
    ).toEqual({
      kind: "added",
      name: user.name,
    });
    const invited = await inviteMember(operator(), projectId, {
      email: "new@onrecord.example",
      role: "reader",
    });
    expect(invited.kind).toBe("invited");
  });

  it("makes the first owner, and no second one", async () => {
    const links = [await makeOwnerInvitation(operator()), await makeOwnerInvitation(operator())];
    const owners = await Promise.allSettled(
      links.map(({ link }, at) =>
        acceptInvitation(visitor(), tokenOf(link), {
          email: `owner${at}@onrecord.example`,
          name: "Marek Anlund",
          password: PASSWORD,
        }),
      ),
    );
    const [sessionId] = owners.flatMap((result) =>
      result.status === "fulfilled" ? [result.value] : [],
    );
    expect(owners.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const owner = await findSessionActor(db, sessionId ?? "", new Date());
    expect(owner?.isOwner).toBe(true);
    expect((await refusal(makeOwnerInvitation(operator()))).code).toBe("state");
    expect((await refusal(revokeUser(operator(), owner?.userId ?? ""))).code).toBe("state");
  });
});

describe("members", () => {
  it("change roles and leave, but for the last manager", async () => {
    const projectId = await makeProject();
    const [one, two] = [
      await makePerson({ [projectId]: "manager" }),
      await makePerson({ [projectId]: "manager" }),
    ];
    const manager = as(await actorOf(one));
    await changeMemberRole(manager, projectId, two.id, "annotator");
    expect((await refusal(changeMemberRole(manager, projectId, one.id, "reader"))).message).toMatch(
      /last manager/,
    );
    expect((await refusal(removeMember(manager, projectId, one.id))).message).toMatch(
      /last manager/,
    );
    await changeMemberRole(manager, projectId, two.id, "manager");
    await removeMember(manager, projectId, one.id);
    expect((await actorOf(one)).roles.has(projectId)).toBe(false);
    expect(
      (await refusal(addMember(as(await actorOf(one)), projectId, one.id, "manager"))).code,
    ).toBe("not-found");
  });

  it("keep one manager when two leave at the same moment", async () => {
    const projectId = await makeProject();
    const people = [
      await makePerson({ [projectId]: "manager" }),
      await makePerson({ [projectId]: "manager" }),
    ];
    const results = await Promise.allSettled(
      people.map(({ id }) => removeMember(operator(), projectId, id)),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db.member.count({ where: { projectId, revokedAt: null } })).toBe(1);
  });

  it("are changed by managers of the project only", async () => {
    const [here, elsewhere] = [await makeProject(), await makeProject()];
    const user = await makePerson({ [here]: "reviewer", [elsewhere]: "manager" });
    const ctx = as(await actorOf(user));
    expect((await refusal(addMember(ctx, here, user.id, "manager"))).code).toBe("forbidden");
    expect((await refusal(inviteMember(ctx, here, { email: null, role: "reader" }))).code).toBe(
      "forbidden",
    );
    expect((await refusal(addMember(ctx, uuidv7(), user.id, "manager"))).code).toBe("not-found");
    expect((await refusal(listUsers(ctx))).code).toBe("forbidden");
    expect((await refusal(addUser(ctx, { email: "x@onrecord.example", name: "X" }))).code).toBe(
      "forbidden",
    );
  });
});

describe("a token", () => {
  it("acts for its person in its project and no other, with the role of the moment", async () => {
    const [here, elsewhere] = [await makeProject(), await makeProject()];
    const user = await makePerson({ [here]: "annotator", [elsewhere]: "manager" });
    const { id, token } = await createToken(as(await actorOf(user)), here, "script");
    const actor = await findTokenActor(db, token, new Date());
    expect(actor?.roles).toEqual(new Map([[here, "annotator"]]));
    if (actor === null) throw new Error("no token");
    expect((await describeUser(as(actor))).projects).toHaveLength(1);
    expect((await refusal(createToken(as(actor), here, "another"))).code).toBe("forbidden");
    await addMember(operator(), here, user.id, "reviewer");
    expect((await findTokenActor(db, token, new Date()))?.roles.get(here)).toBe("reviewer");
    expect((await listTokens(as(await actorOf(user)), here))[0]).toMatchObject({
      id,
      name: "script",
      lastUsedAt: expect.any(String),
    });
    await removeMember(operator(), here, user.id);
    expect((await findTokenActor(db, token, new Date()))?.roles.size).toBe(0);
  });

  it("of the owner opens one project as its manager, and not the installation", async () => {
    const projectId = await makeProject();
    const owner = await db.user.findFirst({ where: { isOwner: true } });
    const user =
      owner ??
      (await db.user.update({ where: { id: (await makePerson()).id }, data: { isOwner: true } }));
    const { token } = await createTokenFor(operator(), projectId, user.id, "script");
    const actor = await findTokenActor(db, token, new Date());
    expect(actor).toMatchObject({ isOwner: false, roles: new Map([[projectId, "manager"]]) });
  });

  it("is revoked by its person or a manager", async () => {
    const projectId = await makeProject();
    const user = await makePerson({ [projectId]: "annotator" });
    const other = as(await actorOf(await makePerson({ [projectId]: "reviewer" })));
    const manager = as(await actorOf(await makePerson({ [projectId]: "manager" })));
    const { id, token } = await createToken(as(await actorOf(user)), projectId, "script");
    expect((await refusal(revokeToken(other, id))).code).toBe("forbidden");
    expect(await listTokens(other, projectId)).toEqual([]);
    expect(await listTokens(manager, projectId)).toHaveLength(1);
    await revokeToken(manager, id);
    expect(await findTokenActor(db, token, new Date())).toBeNull();
    const stranger = await makePerson();
    expect((await refusal(createTokenFor(operator(), projectId, stranger.id, "x"))).code).toBe(
      "state",
    );
  });
});

describe("the record", () => {
  it("names who did it, and holds no secret", async () => {
    const projectId = await makeProject();
    const { link } = await makeInvitation(operator(), projectId, { role: "reader" });
    const person = { email: "wim@onrecord.example", name: "Wim Dahl", password: PASSWORD };
    await acceptInvitation(visitor(), tokenOf(link), person);
    const wim = await db.user.findUniqueOrThrow({ where: { email: person.email } });
    const events = await db.auditEvent.findMany({
      where: { actorId: wim.id },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ type }) => type)).toEqual([
      "user.added",
      "member.added",
      "invitation.used",
      "session.started",
    ]);
    const all = JSON.stringify(await db.auditEvent.findMany());
    for (const secret of [PASSWORD, "argon2", tokenOf(link)]) expect(all).not.toContain(secret);
  });
});

function operator(): Context {
  return { actor: { kind: "operator" }, db, now: new Date() };
}

function visitor(): Context {
  return { actor: { kind: "visitor" }, db, now: new Date() };
}

function as(actor: UserActor): Context {
  return { actor, db, now: new Date() };
}

async function makeProject(): Promise<string> {
  const id = uuidv7();
  await db.project.create({ data: { id, name: `Project ${id}`, scope: {} } });
  return id;
}

let passwordHash: string | undefined;

async function makePerson(roles: Record<string, MemberRole> = {}) {
  passwordHash ??= await hashPassword(PASSWORD);
  const id = uuidv7();
  return db.user.create({
    data: {
      id,
      email: `${id}@onrecord.example`,
      name: `Person ${id.slice(-6)}`,
      passwordHash,
      members: { create: Object.entries(roles).map(([projectId, role]) => ({ projectId, role })) },
    },
  });
}

/** A session of theirs, begun with their password. */
async function actorOf(user: { email: string }): Promise<UserActor> {
  const id = await signIn(visitor(), { email: user.email, password: PASSWORD, address: null });
  const actor = await findSessionActor(db, id, new Date());
  if (actor === null) throw new Error("no session");
  return actor;
}

function tokenOf(link: string): string {
  return link.slice(link.lastIndexOf("/") + 1);
}

async function refusal(
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
