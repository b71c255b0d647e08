import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "#lib/access/create-token.ts";
import { installationSecret } from "#lib/access/installation-secret.ts";
import { removeMember } from "#lib/access/remove-member.ts";
import { revokeUser } from "#lib/access/revoke-user.ts";
import { sealSession, sessionCookie } from "#lib/access/session-cookie.ts";
import { openPeople } from "#lib/access/testing/open-people.ts";
import { readEnv } from "#lib/env.ts";
import type { Endpoint } from "./endpoint.ts";
import { getMe } from "./endpoints/me.ts";
import { getMembers, getProjects } from "./endpoints/projects.ts";
import { requestContext } from "./request-context.ts";
import { handlerOf } from "./serve.ts";

let people: Awaited<ReturnType<typeof openPeople>>;

beforeAll(async () => {
  people = await openPeople();
});

afterAll(() => people.close());

describe("a request", () => {
  it("with a token sees the token's project and no other", async () => {
    const [here, elsewhere] = [await people.makeProject(), await people.makeProject()];
    const user = await people.makePerson({ [here]: "annotator", [elsewhere]: "manager" });
    const ctx = people.as(await people.actorOf(user));
    const { token } = await createToken(ctx, here, "script");
    const headers = { Authorization: `Bearer ${token}` };
    expect(await ask(getProjects, { headers })).toMatchObject({
      status: 200,
      body: { items: [{ id: here }], next: null },
    });
    expect(await ask(getMembers, { headers, id: here })).toMatchObject({ status: 200 });
    expect(await ask(getMembers, { headers, id: elsewhere })).toMatchObject({ status: 404 });
    expect(await ask(getMembers, { headers, id: uuidv7() })).toMatchObject({ status: 404 });
    await removeMember(people.operator(), here, user.id);
    expect(await ask(getMembers, { headers, id: here })).toMatchObject({ status: 404 });
    await revokeUser(people.operator(), user.id);
    expect(await ask(getMe, { headers })).toMatchObject({
      status: 401,
      body: { code: "signed-out" },
    });
  });

  it.each(["Bearer nonsense", "Bearer", "Basic bGVuYTpzZXNhbWU=", "Bearer a b"])(
    "with %s is refused",
    async (authorization) => {
      const headers = { Authorization: authorization };
      expect(await ask(getMe, { headers })).toMatchObject({ status: 401 });
    },
  );

  it("with a session cookie is its person, unless another site sends it", async () => {
    const user = await people.makePerson();
    const { sessionId } = await people.actorOf(user);
    const value = await sealSession(sessionId ?? "", await installationSecret(people.db));
    const cookie = `theme=dark; ${sessionCookie(readEnv()).name}=${value}`;
    expect(await ask(getMe, { headers: { cookie } })).toMatchObject({
      status: 200,
      body: { user: { id: user.id }, projects: [] },
    });
    const foreign = { cookie, origin: "https://evil.example" };
    expect(await ask(getMe, { headers: foreign })).toMatchObject({
      status: 403,
      body: { code: "origin" },
    });
    await revokeUser(people.operator(), user.id);
    expect(await ask(getMe, { headers: { cookie } })).toMatchObject({ status: 401 });
  });

  it("for one person is never a change by another who has signed in since", async () => {
    const user = await people.makePerson();
    const { sessionId } = await people.actorOf(user);
    const value = await sealSession(sessionId ?? "", await installationSecret(people.db));
    const env = readEnv();
    const sent = (method: string, person: string) =>
      requestContext(
        new Request(`${env.publicUrl}/api/v1/me`, {
          method,
          headers: {
            cookie: `${sessionCookie(env).name}=${value}`,
            origin: env.publicUrl,
            "x-onrecord-user": person,
          },
        }),
        people.db,
      );
    expect((await sent("PUT", user.id)).actor).toMatchObject({ userId: user.id });
    expect((await sent("GET", uuidv7())).actor).toMatchObject({ userId: user.id });
    await expect(sent("PUT", uuidv7())).rejects.toMatchObject({ code: "signed-out" });
  });

  it("is answered page by page", async () => {
    const projectId = await people.makeProject();
    const ids: string[] = [];
    for (let at = 0; at < 5; at++)
      ids.push((await people.makePerson({ [projectId]: "reader" })).id);
    const user = await people.makePerson({ [projectId]: "manager" });
    const { token } = await createToken(people.as(await people.actorOf(user)), projectId, "script");
    const headers = { Authorization: `Bearer ${token}` };
    const seen: string[] = [];
    for (let next: string | null = ""; next !== null;) {
      const query = `?limit=2${next ? `&after=${next}` : ""}`;
      const { body } = await ask(getMembers, { headers, id: projectId, query });
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next;
    }
    expect(seen).toEqual([...ids, user.id]);
    expect(await ask(getMembers, { headers, id: projectId, query: "?after=7" })).toMatchObject({
      status: 422,
      body: { fields: { after: expect.any(String) } },
    });
  });
});

async function ask(
  endpoint: Endpoint,
  { headers, id, query = "" }: { headers: Record<string, string>; id?: string; query?: string },
) {
  const handler = handlerOf(endpoint, (request) => requestContext(request, people.db));
  const path = endpoint.path.replace("{id}", id ?? "");
  const request = new Request(`http://127.0.0.1:3000/api/v1${path}${query}`, { headers });
  const response = await handler(request, { params: Promise.resolve(id ? { id } : undefined) });
  return { status: response.status, body: await response.json() };
}
