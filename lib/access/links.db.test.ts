import { acceptInvitation, joinByInvitation, lookAtInvitation } from "./accept-invitation.ts";
import { changePassword, needsCurrentPassword } from "./change-password.ts";
import { findSessionActor } from "./find-actor.ts";
import { inviteMember } from "./invite-member.ts";
import { makeInvitation, makeOwnerInvitation, revokeInvitation } from "./make-invitation.ts";
import { makeMemberSignInLink, makeSignInLink } from "./make-sign-in-link.ts";
import { describeUser } from "./queries.ts";
import { removeMember } from "./remove-member.ts";
import { revokeUser } from "./revoke-user.ts";
import { signIn } from "./sign-in.ts";
import { lookAtSignInLink, signInByLink } from "./sign-in-by-link.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPeople, PASSWORD, refusal, tokenOf } from "./testing/open-people.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

let people: Awaited<ReturnType<typeof openPeople>>;

beforeAll(async () => {
  people = await openPeople();
});

afterAll(() => people.close());

describe("a sign-in link", () => {
  it("signs in once, and lets a password be chosen without the old one", async () => {
    const user = await people.makePerson();
    const other = await people.actorOf(user);
    const { link } = await makeSignInLink(people.operator(), user.id);
    expect(await lookAtSignInLink(people.visitor(), tokenOf(link))).toEqual({ name: user.name });
    expect(await lookAtSignInLink(people.visitor(), tokenOf(link))).toEqual({ name: user.name });
    const sessionId = await signInByLink(people.visitor(), tokenOf(link));
    expect((await refusal(signInByLink(people.visitor(), tokenOf(link)))).message).toMatch(
      /used already/,
    );
    const actor = await findSessionActor(people.db, sessionId, new Date());
    if (actor === null) throw new Error("no session");
    expect(await needsCurrentPassword(people.as(actor))).toBe(false);
    await changePassword(people.as(actor), {
      current: "",
      password: "another ferry leaves at ten",
    });
    expect(await findSessionActor(people.db, sessionId, new Date())).not.toBeNull();
    expect(await findSessionActor(people.db, other.sessionId ?? "", new Date())).toBeNull();
    await signIn(people.visitor(), {
      email: user.email,
      password: "another ferry leaves at ten",
      address: null,
    });
    expect(
      await needsCurrentPassword({
        ...people.as(actor),
        now: new Date(Date.now() + 2 * 60 * 60 * 1000),
      }),
    ).toBe(true);
  });

  it("signs in once when it is opened twice at the same moment", async () => {
    const { link } = await makeSignInLink(people.operator(), (await people.makePerson()).id);
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => signInByLink(people.visitor(), tokenOf(link))),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("runs out, and is refused when it was never made", async () => {
    const { link } = await makeSignInLink(people.operator(), (await people.makePerson()).id);
    const tomorrow = { ...people.visitor(), now: new Date(Date.now() + DAY_MS + 1) };
    expect((await refusal(signInByLink(tomorrow, tokenOf(link)))).message).toMatch(/run out/);
    expect((await refusal(signInByLink(people.visitor(), "x"))).code).toBe("not-found");
  });

  it("is made by a manager only for who is in no more than they manage", async () => {
    const [here, elsewhere] = [await people.makeProject(), await people.makeProject()];
    const manager = await people.actorOf(await people.makePerson({ [here]: "manager" }));
    const member = await people.makePerson({ [here]: "annotator" });
    const guest = await people.makePerson({ [here]: "annotator", [elsewhere]: "annotator" });
    const stranger = await people.makePerson({ [elsewhere]: "annotator" });
    await expect(makeMemberSignInLink(people.as(manager), here, member.id)).resolves.toHaveProperty(
      "link",
    );
    expect((await refusal(makeMemberSignInLink(people.as(manager), here, guest.id))).code).toBe(
      "forbidden",
    );
    expect((await refusal(makeMemberSignInLink(people.as(manager), here, stranger.id))).code).toBe(
      "not-found",
    );
    expect(
      (await refusal(makeMemberSignInLink(people.as(manager), elsewhere, guest.id))).code,
    ).toBe("not-found");
    const annotator = await people.actorOf(member);
    expect((await refusal(makeMemberSignInLink(people.as(annotator), here, member.id))).code).toBe(
      "forbidden",
    );
    expect((await refusal(makeSignInLink(people.as(manager), member.id))).code).toBe("forbidden");
  });
});

describe("an invitation", () => {
  it("lets somebody new join once, with the role that it names", async () => {
    const projectId = await people.makeProject();
    const manager = people.as(
      await people.actorOf(await people.makePerson({ [projectId]: "manager" })),
    );
    const { link } = await makeInvitation(manager, projectId, {
      role: "reviewer",
      email: "vera@onrecord.example",
    });
    expect(await lookAtInvitation(people.visitor(), tokenOf(link))).toMatchObject({
      project: { id: projectId, role: "reviewer" },
      email: "vera@onrecord.example",
    });
    const person = { email: "vera@onrecord.example", name: "Vera Holm", password: PASSWORD };
    const other = { ...person, email: "boss@onrecord.example" };
    expect(
      (await refusal(acceptInvitation(people.visitor(), tokenOf(link), other))).fields,
    ).toHaveProperty("email");
    const accepted = await Promise.allSettled(
      [1, 2].map(() => acceptInvitation(people.visitor(), tokenOf(link), person)),
    );
    const [sessionId] = accepted.flatMap((result) =>
      result.status === "fulfilled" ? [result.value] : [],
    );
    expect(accepted.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const actor = await findSessionActor(people.db, sessionId ?? "", new Date());
    expect(actor?.roles).toEqual(new Map([[projectId, "reviewer"]]));
    if (actor === null) throw new Error("no session");
    expect(await describeUser(people.as(actor))).toMatchObject({
      user: { name: "Vera Holm" },
      projects: [{ id: projectId, role: "reviewer" }],
    });
    expect((await refusal(lookAtInvitation(people.visitor(), tokenOf(link)))).message).toMatch(
      /taken up already/,
    );
  });

  it("lets somebody with an account join, and never makes a role smaller", async () => {
    const [projectId, second] = [await people.makeProject(), await people.makeProject()];
    const user = await people.makePerson({ [second]: "manager" });
    const first = await makeInvitation(people.operator(), projectId, { role: "annotator" });
    const taken = { email: user.email, name: "Somebody", password: PASSWORD };
    expect(
      (await refusal(acceptInvitation(people.visitor(), tokenOf(first.link), taken))).code,
    ).toBe("duplicate");
    await joinByInvitation(people.as(await people.actorOf(user)), tokenOf(first.link));
    expect((await people.actorOf(user)).roles.get(projectId)).toBe("annotator");
    const smaller = await makeInvitation(people.operator(), second, { role: "reader" });
    await joinByInvitation(people.as(await people.actorOf(user)), tokenOf(smaller.link));
    expect((await people.actorOf(user)).roles.get(second)).toBe("manager");
  });

  it("can be taken back, and runs out", async () => {
    const projectId = await people.makeProject();
    const { link } = await makeInvitation(people.operator(), projectId, { role: "reader" });
    const later = { ...people.visitor(), now: new Date(Date.now() + 15 * DAY_MS) };
    expect((await refusal(lookAtInvitation(later, tokenOf(link)))).message).toMatch(/run out/);
    const invitation = await people.db.invitation.findFirstOrThrow({ where: { projectId } });
    const stranger = people.as(await people.actorOf(await people.makePerson()));
    expect((await refusal(revokeInvitation(stranger, invitation.id))).code).toBe("not-found");
    await revokeInvitation(people.operator(), invitation.id);
    expect((await refusal(lookAtInvitation(people.visitor(), tokenOf(link)))).message).toMatch(
      /taken back/,
    );
  });

  it("ends with the place in the project of whoever made it", async () => {
    const projectId = await people.makeProject();
    await people.makePerson({ [projectId]: "manager" });
    const leaving = await people.makePerson({ [projectId]: "manager" });
    const manager = people.as(await people.actorOf(leaving));
    const { link } = await makeInvitation(manager, projectId, { role: "manager" });
    await removeMember(people.operator(), projectId, leaving.id);
    expect((await refusal(lookAtInvitation(people.visitor(), tokenOf(link)))).message).toMatch(
      /taken back/,
    );
  });

  it("is not needed by who has an account", async () => {
    const projectId = await people.makeProject();
    const user = await people.makePerson();
    expect(
      await inviteMember(people.operator(), projectId, { email: user.email, role: "reader" }),
    ).toEqual({
      kind: "added",
      name: user.name,
    });
    const invited = await inviteMember(people.operator(), projectId, {
      email: "new@onrecord.example",
      role: "reader",
    });
    expect(invited.kind).toBe("invited");
  });

  it("makes the first owner, and no second one", async () => {
    const links = [
      await makeOwnerInvitation(people.operator()),
      await makeOwnerInvitation(people.operator()),
    ];
    const owners = await Promise.allSettled(
      links.map(({ link }, at) =>
        acceptInvitation(people.visitor(), tokenOf(link), {
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
    const owner = await findSessionActor(people.db, sessionId ?? "", new Date());
    expect(owner?.isOwner).toBe(true);
    expect((await refusal(makeOwnerInvitation(people.operator()))).code).toBe("state");
    expect((await refusal(revokeUser(people.operator(), owner?.userId ?? ""))).code).toBe("state");
  });
});

describe("the record", () => {
  it("names who did it, and holds no secret", async () => {
    const projectId = await people.makeProject();
    const { link } = await makeInvitation(people.operator(), projectId, { role: "reader" });
    const person = { email: "wim@onrecord.example", name: "Wim Dahl", password: PASSWORD };
    await acceptInvitation(people.visitor(), tokenOf(link), person);
    const wim = await people.db.user.findUniqueOrThrow({ where: { email: person.email } });
    const events = await people.db.auditEvent.findMany({
      where: { actorId: wim.id },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ type }) => type)).toEqual([
      "user.added",
      "member.added",
      "invitation.used",
      "session.started",
    ]);
    const all = JSON.stringify(await people.db.auditEvent.findMany());
    for (const secret of [PASSWORD, "argon2", tokenOf(link)]) expect(all).not.toContain(secret);
  });
});
