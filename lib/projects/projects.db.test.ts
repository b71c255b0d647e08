import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import type { Actor, Context, MemberRole } from "#lib/context.ts";
import { v7 } from "uuid";
import { createProject } from "./create-project.ts";
import { editProject } from "./edit-project.ts";
import {
  findProject,
  getGuidelines,
  getProject,
  getProjectByNameOrId,
  listGuidelines,
  listMembers,
  listProjectPage,
  listProjects,
} from "./queries.ts";
import { saveGuidelines } from "./save-guidelines.ts";
import { startingGuidelines } from "./starting-guidelines.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
const now = new Date("2031-05-04T10:00:00.000Z");

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url, 4);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const operator = (): Context => ({ actor: { kind: "operator" }, db, now });
const visitor = (): Context => ({ actor: { kind: "visitor" }, db, now });

async function person(
  name: string,
  roles: Record<string, MemberRole> = {},
  isOwner = false,
): Promise<Context> {
  const userId = v7();
  await db.user.create({ data: { id: userId, name, email: `${userId}@example.org` } });
  for (const [projectId, role] of Object.entries(roles))
    await db.member.create({ data: { projectId, userId, role } });
  const actor: Actor = {
    kind: "user",
    userId,
    name,
    isOwner,
    roles: new Map(Object.entries(roles)),
    via: "session",
    blind: new Set(),
    sessionId: null,
  };
  return { actor, db, now };
}

const doc = (words: string) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
});

describe("making a project", () => {
  it("gives it the starting guidelines and everything as its scope", async () => {
    const project = await createProject(operator(), { name: "Harbour" });
    expect(project).toEqual({
      id: project.id,
      name: "Harbour",
      scope: { topics: [], attributions: "all" },
      layers: "shared",
      honoursRobots: true,
      createdAt: now.toISOString(),
    });
    const guidelines = await getGuidelines(operator(), project.id);
    expect(guidelines).toMatchObject({ version: 1, author: null, document: startingGuidelines });
    const events = await db.auditEvent.findMany({ where: { projectId: project.id } });
    expect(events.map((event) => event.type)).toEqual(["project.created"]);
  });

  it("makes the owner who creates it its manager", async () => {
    const owner = await person("Ora", {}, true);
    const project = await createProject(owner, {
      name: "Owned",
      scope: { topics: ["fuel"], attributions: "around-claims-and-denials" },
    });
    expect(await listMembers(owner, project.id)).toMatchObject([
      { name: "Ora", role: "manager", revokedAt: null },
    ]);
    expect(project.scope.topics).toEqual(["fuel"]);
  });

  it("is refused to everybody else, and for a name that is taken", async () => {
    const somebody = await person("Some Body");
    await expect(createProject(somebody, { name: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(createProject(visitor(), { name: "Mine" })).rejects.toMatchObject({
      code: "signed-out",
    });
    await createProject(operator(), { name: "Taken" });
    await expect(createProject(operator(), { name: "Taken" })).rejects.toMatchObject({
      code: "duplicate",
      message: "There is a project named Taken already.",
    });
  });
});

describe("reading projects", () => {
  it("shows people the projects that they are in, and to others as if there were none", async () => {
    const [one, two] = [
      await createProject(operator(), { name: "Read 1" }),
      await createProject(operator(), { name: "Read 2" }),
    ];
    const reader = await person("Reader", { [one.id]: "reader" });
    expect((await listProjects(reader)).map(({ name }) => name)).toEqual(["Read 1"]);
    expect((await listProjectPage(reader, { limit: 5 })).map(({ id }) => id)).toEqual([one.id]);
    expect(await getProject(reader, one.id)).toEqual(one);
    await expect(getProject(reader, two.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(getProject(operator(), "no id")).rejects.toMatchObject({ code: "not-found" });
    expect(await findProject(reader, "Read 1")).toEqual(one);
    expect(await findProject(reader, one.id)).toEqual(one);
    expect(await findProject(reader, "Read 2")).toBeNull();
    expect(await findProject(reader, "read 1")).toBeNull();
    await expect(getProjectByNameOrId(operator(), "Nowhere")).rejects.toMatchObject({
      code: "not-found",
      message: "There is no project named Nowhere.",
    });
    await expect(listMembers(reader, two.id)).rejects.toMatchObject({ code: "not-found" });
    expect(await listMembers(reader, one.id)).toMatchObject([{ name: "Reader", email: null }]);
  });
});

describe("editing a project", () => {
  it("changes what is given and keeps the rest, once", async () => {
    const project = await createProject(operator(), {
      name: "Before",
      scope: { topics: ["a"], attributions: "all" },
    });
    const manager = await person("Manager", { [project.id]: "manager" });
    const after = await editProject(manager, project.id, { name: "After" });
    expect(after).toEqual({ ...project, name: "After" });
    await editProject(manager, project.id, { name: "After" });
    await editProject(manager, project.id, { honoursRobots: true });
    const events = await db.auditEvent.findMany({
      where: { projectId: project.id, type: "project.edited" },
    });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ before: { name: "Before" }, after: { name: "After" } });
    expect(await editProject(manager, project.id, { honoursRobots: false })).toEqual({
      ...after,
      honoursRobots: false,
    });
    expect(await getProject(manager, project.id)).toMatchObject({ honoursRobots: false });
  });

  it("is refused to an annotator, to strangers, and for another's name", async () => {
    const project = await createProject(operator(), { name: "Guarded" });
    await createProject(operator(), { name: "Neighbour" });
    const annotator = await person("Annotator", { [project.id]: "annotator" });
    await expect(editProject(annotator, project.id, { name: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      editProject(await person("Stranger"), project.id, { name: "x" }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(editProject(operator(), project.id, { name: "Neighbour" })).rejects.toMatchObject({
      code: "duplicate",
    });
  });
});

describe("guidelines", () => {
  it("keep every version, and tell who wrote which", async () => {
    const project = await createProject(operator(), { name: "Versions" });
    const manager = await person("Mina", { [project.id]: "manager" });
    const saved = await saveGuidelines(manager, project.id, doc("one"), 1);
    expect(saved).toMatchObject({ version: 2, document: doc("one"), author: { name: "Mina" } });
    expect(await saveGuidelines(manager, project.id, doc("one"), 1)).toMatchObject({ version: 2 });
    expect((await listGuidelines(manager, project.id)).map(({ version }) => version)).toEqual([
      2, 1,
    ]);
    expect((await getGuidelines(manager, project.id, 1)).document).toEqual(startingGuidelines);
    await expect(getGuidelines(manager, project.id, 9)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("refuse what was made from an older version, also when two save at once", async () => {
    const project = await createProject(operator(), { name: "Races" });
    await saveGuidelines(operator(), project.id, doc("one"), 1);
    await expect(saveGuidelines(operator(), project.id, doc("two"), 1)).rejects.toMatchObject({
      code: "stale",
      detail: { current: 2 },
    });
    const both = await Promise.allSettled([
      saveGuidelines(operator(), project.id, doc("left"), 2),
      saveGuidelines(operator(), project.id, doc("right"), 2),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await listGuidelines(operator(), project.id)).map(({ version }) => version)).toEqual([
      3, 2, 1,
    ]);
  });

  it("refuse what is no document, annotators, and strangers", async () => {
    const project = await createProject(operator(), { name: "Refusals" });
    const annotator = await person("Ann", { [project.id]: "annotator" });
    const bad = { type: "doc", content: [{ type: "iframe" }] };
    await expect(saveGuidelines(operator(), project.id, bad, 1)).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(saveGuidelines(annotator, project.id, doc("x"), 1)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      saveGuidelines(await person("Out"), project.id, doc("x"), 1),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
