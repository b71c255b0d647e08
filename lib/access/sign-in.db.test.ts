import { v7 as uuidv7 } from "uuid";
import { makeClient } from "#lib/db/client.ts";
import { addMember } from "./add-member.ts";
import { addUser } from "./add-user.ts";
import { ACCOUNT_ATTEMPTS } from "./attempt-limits.ts";
import { changePassword } from "./change-password.ts";
import { createToken } from "./create-token.ts";
import { findCookieActor, findSessionActor, findTokenActor } from "./find-actor.ts";
import { installationSecret } from "./installation-secret.ts";
import { makeSignInLink } from "./make-sign-in-link.ts";
import { restoreUser, revokeUser } from "./revoke-user.ts";
import { sealSession } from "./session-cookie.ts";
import { signIn } from "./sign-in.ts";
import { signOut, signOutEverywhere } from "./sign-out.ts";
import { signInByLink } from "./sign-in-by-link.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPeople, PASSWORD, refusal, tokenOf } from "./testing/open-people.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

let people: Awaited<ReturnType<typeof openPeople>>;

beforeAll(async () => {
  people = await openPeople();
});

afterAll(() => people.close());

describe("signing in", () => {
  it("begins a session that every request looks up", async () => {
    const user = await people.makePerson();
    const id = await signIn(people.visitor(), {
      email: ` ${user.email.toUpperCase()} `,
      password: PASSWORD,
      address: null,
    });
    const cookie = await sealSession(id, await installationSecret(people.db));
    expect(await findCookieActor(people.db, cookie, new Date())).toMatchObject({
      userId: user.id,
      sessionId: id,
    });
    expect(await findCookieActor(people.db, `${cookie}x`, new Date())).toBeNull();
    expect(
      await findCookieActor(people.db, await sealSession(id, "another secret"), new Date()),
    ).toBeNull();
  });

  it("refuses in the same words whatever is wrong", async () => {
    const known = await people.makePerson();
    const closed = await people.makePerson();
    await revokeUser(people.operator(), closed.id);
    const fresh = await addUser(people.operator(), {
      email: `${uuidv7()}@onrecord.example`,
      name: "New",
    });
    const attempts = [
      { email: known.email, password: "not the password" },
      { email: closed.email, password: PASSWORD },
      { email: fresh.email, password: "" },
      { email: "nobody@onrecord.example", password: PASSWORD },
      { email: "no address", password: PASSWORD },
    ];
    for (const attempt of attempts) {
      const error = await refusal(signIn(people.visitor(), { ...attempt, address: null }));
      expect(error).toEqual({
        code: "signed-out",
        message: "The e-mail or the password is not right.",
      });
    }
  });

  it("takes as long for an account that is not there", async () => {
    const person = await people.makePerson();
    const time = async (email: string) => {
      const since = performance.now();
      await refusal(
        signIn(people.visitor(), { email, password: "not the password", address: null }),
      );
      return performance.now() - since;
    };
    await time("warm@onrecord.example");
    // In turn, and the shortest of each: what else the machine does lengthens some, not all of them.
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 4; round++) {
      known.push(await time(person.email));
      unknown.push(await time("nobody.here@onrecord.example"));
    }
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it.each(["someone", "nobody"])(
    "stops guessing at an account, also many at once: %s",
    async (who) => {
      const email =
        who === "someone" ? (await people.makePerson()).email : `${uuidv7()}@onrecord.example`;
      const wrong = () =>
        refusal(signIn(people.visitor(), { email, password: "not the password", address: null }));
      const codes = await Promise.all(
        Array.from({ length: ACCOUNT_ATTEMPTS + 4 }, async () => (await wrong()).code),
      );
      expect(codes.filter((code) => code === "signed-out")).toHaveLength(ACCOUNT_ATTEMPTS);
      const right = await refusal(
        signIn(people.visitor(), { email, password: PASSWORD, address: null }),
      );
      expect(right).toMatchObject({
        code: "too-many",
        message: "Too many attempts. Try again in 15 minutes.",
      });
    },
  );

  it("stops guessing from one address at many accounts", async () => {
    await people.db.rateLimiterFlexible.deleteMany();
    const address = "203.0.113.7";
    const guess = () =>
      signIn(people.visitor(), { email: `${uuidv7()}@onrecord.example`, password: "x", address });
    await refusal(guess());
    await people.db.rateLimiterFlexible.updateMany({
      where: { key: { startsWith: "address" } },
      data: { points: 100 },
    });
    expect((await refusal(guess())).code).toBe("too-many");
    const user = await people.makePerson();
    const elsewhere = { email: user.email, password: PASSWORD, address: "203.0.113.8" };
    await expect(signIn(people.visitor(), elsewhere)).resolves.toBeTypeOf("string");
  });

  it("forgets the attempts of who then gets in", async () => {
    const { email } = await people.makePerson();
    for (let round = 0; round < ACCOUNT_ATTEMPTS * 2; round++) {
      const password = round % 5 === 4 ? PASSWORD : "not the password";
      const code = await signIn(people.visitor(), { email, password, address: null }).catch(
        (error) => error.code,
      );
      expect(code).not.toBe("too-many");
    }
  });
});

describe("sessions", () => {
  it("end here, or everywhere, at once", async () => {
    const user = await people.makePerson();
    const [here, there] = [await people.actorOf(user), await people.actorOf(user)];
    await signOut(people.as(here));
    await signOut(people.as(here));
    expect(await findSessionActor(people.db, here.sessionId ?? "", new Date())).toBeNull();
    expect(await findSessionActor(people.db, there.sessionId ?? "", new Date())).not.toBeNull();
    await signOutEverywhere(people.as(there));
    expect(await findSessionActor(people.db, there.sessionId ?? "", new Date())).toBeNull();
  });

  it("run out unless they are used", async () => {
    const actor = await people.actorOf(await people.makePerson());
    const later = (days: number) => new Date(Date.now() + days * DAY_MS);
    expect(await findSessionActor(people.db, actor.sessionId ?? "", later(29))).not.toBeNull();
    expect(await findSessionActor(people.db, actor.sessionId ?? "", later(58))).not.toBeNull();
    expect(await findSessionActor(people.db, actor.sessionId ?? "", later(89))).toBeNull();
  });

  it("and tokens are out at the next request of who is revoked, and tokens come back with them", async () => {
    const user = await people.makePerson();
    const projectId = await people.makeProject();
    await addMember(people.operator(), projectId, user.id, "annotator");
    const actor = await people.actorOf(user);
    const { token } = await createToken(people.as(actor), projectId, "script");
    const { link } = await makeSignInLink(people.operator(), user.id);
    await revokeUser(people.operator(), user.id);
    await revokeUser(people.operator(), user.id);
    expect(await findSessionActor(people.db, actor.sessionId ?? "", new Date())).toBeNull();
    expect(await findTokenActor(people.db, token, new Date())).toBeNull();
    expect(await refusal(signInByLink(people.visitor(), tokenOf(link)))).toMatchObject({
      code: "state",
    });
    await restoreUser(people.operator(), user.id);
    expect(await findSessionActor(people.db, actor.sessionId ?? "", new Date())).toBeNull();
    expect(await findTokenActor(people.db, token, new Date())).not.toBeNull();
    expect((await refusal(signInByLink(people.visitor(), tokenOf(link)))).message).toMatch(
      /run out/,
    );
  });

  it("are signed with one secret, also when two copies of the app start at once", async () => {
    await people.db.installation.deleteMany();
    const copies = [makeClient(people.url), makeClient(people.url)];
    const secrets = await Promise.all(copies.map((client) => installationSecret(client)));
    expect(secrets[0]).toBe(secrets[1]);
    await Promise.all(copies.map((client) => client.$disconnect()));
  });
});

describe("a password", () => {
  it("is changed only by who knows the one before", async () => {
    const actor = await people.actorOf(await people.makePerson());
    const wrong = changePassword(people.as(actor), {
      current: "not the password",
      password: "another ferry at ten",
    });
    expect(await refusal(wrong)).toMatchObject({
      code: "invalid",
      fields: { current: expect.any(String) },
    });
    const short = changePassword(people.as(actor), { current: PASSWORD, password: "short" });
    expect(await refusal(short)).toMatchObject({
      code: "invalid",
      fields: { password: expect.any(String) },
    });
    await changePassword(people.as(actor), { current: PASSWORD, password: "another ferry at ten" });
  });
});
