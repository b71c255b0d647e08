import { v7 as uuidv7 } from "uuid";
import { addMember, changeMemberRole } from "./add-member.ts";
import { addUser } from "./add-user.ts";
import { createToken, createTokenFor } from "./create-token.ts";
import { findTokenActor } from "./find-actor.ts";
import { inviteMember } from "./invite-member.ts";
import { describeUser, listTokens, listUsers } from "./queries.ts";
import { removeMember } from "./remove-member.ts";
import { revokeToken } from "./revoke-token.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPeople, refusal } from "./testing/open-people.ts";

let people: Awaited<ReturnType<typeof openPeople>>;

beforeAll(async () => {
  people = await openPeople();
});

afterAll(() => people.close());

describe("members", () => {
  it("change roles and leave, but for the last manager", async () => {
    const projectId = await people.makeProject();
    const [one, two] = [
      await people.makePerson({ [projectId]: "manager" }),
      await people.makePerson({ [projectId]: "manager" }),
    ];
    const manager = people.as(await people.actorOf(one));
    await changeMemberRole(manager, projectId, two.id, "annotator");
    expect((await refusal(changeMemberRole(manager, projectId, one.id, "reader"))).message).toMatch(
      /last manager/,
    );
    expect((await refusal(removeMember(manager, projectId, one.id))).message).toMatch(
      /last manager/,
    );
    await changeMemberRole(manager, projectId, two.id, "manager");
    await removeMember(manager, projectId, one.id);
    expect((await people.actorOf(one)).roles.has(projectId)).toBe(false);
    expect(
      (await refusal(addMember(people.as(await people.actorOf(one)), projectId, one.id, "manager")))
        .code,
    ).toBe("not-found");
  });

  it("keep one manager when two leave at the same moment", async () => {
    const projectId = await people.makeProject();
    const managers = [
      await people.makePerson({ [projectId]: "manager" }),
      await people.makePerson({ [projectId]: "manager" }),
    ];
    const results = await Promise.allSettled(
      managers.map(({ id }) => removeMember(people.operator(), projectId, id)),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await people.db.member.count({ where: { projectId, revokedAt: null } })).toBe(1);
  });

  it("are changed by managers of the project only", async () => {
    const [here, elsewhere] = [await people.makeProject(), await people.makeProject()];
    const user = await people.makePerson({ [here]: "reviewer", [elsewhere]: "manager" });
    const ctx = people.as(await people.actorOf(user));
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
    const [here, elsewhere] = [await people.makeProject(), await people.makeProject()];
    const user = await people.makePerson({ [here]: "annotator", [elsewhere]: "manager" });
    const { id, token } = await createToken(people.as(await people.actorOf(user)), here, "script");
    const actor = await findTokenActor(people.db, token, new Date());
    expect(actor?.roles).toEqual(new Map([[here, "annotator"]]));
    if (actor === null) throw new Error("no token");
    expect((await describeUser(people.as(actor))).projects).toHaveLength(1);
    expect((await refusal(createToken(people.as(actor), here, "another"))).code).toBe("forbidden");
    await addMember(people.operator(), here, user.id, "reviewer");
    expect((await findTokenActor(people.db, token, new Date()))?.roles.get(here)).toBe("reviewer");
    expect((await listTokens(people.as(await people.actorOf(user)), here))[0]).toMatchObject({
      id,
      name: "script",
      lastUsedAt: expect.any(String),
    });
    await removeMember(people.operator(), here, user.id);
    expect((await findTokenActor(people.db, token, new Date()))?.roles.size).toBe(0);
  });

  it("of the owner opens one project as its manager, and not the installation", async () => {
    const projectId = await people.makeProject();
    const owner = await people.db.user.findFirst({ where: { isOwner: true } });
    const user =
      owner ??
      (await people.db.user.update({
        where: { id: (await people.makePerson()).id },
        data: { isOwner: true },
      }));
    const { token } = await createTokenFor(people.operator(), projectId, user.id, "script");
    const actor = await findTokenActor(people.db, token, new Date());
    expect(actor).toMatchObject({ isOwner: false, roles: new Map([[projectId, "manager"]]) });
  });

  it("is revoked by its person or a manager", async () => {
    const projectId = await people.makeProject();
    const user = await people.makePerson({ [projectId]: "annotator" });
    const other = people.as(
      await people.actorOf(await people.makePerson({ [projectId]: "reviewer" })),
    );
    const manager = people.as(
      await people.actorOf(await people.makePerson({ [projectId]: "manager" })),
    );
    const { id, token } = await createToken(
      people.as(await people.actorOf(user)),
      projectId,
      "script",
    );
    expect((await refusal(revokeToken(other, id))).code).toBe("forbidden");
    expect(await listTokens(other, projectId)).toEqual([]);
    expect(await listTokens(manager, projectId)).toHaveLength(1);
    await revokeToken(manager, id);
    expect(await findTokenActor(people.db, token, new Date())).toBeNull();
    const stranger = await people.makePerson();
    expect(
      (await refusal(createTokenFor(people.operator(), projectId, stranger.id, "x"))).code,
    ).toBe("state");
  });
});
