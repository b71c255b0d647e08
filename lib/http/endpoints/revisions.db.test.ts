import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeAnnotation, makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import type { Endpoint } from "../endpoint.ts";
import { handlerOf } from "../serve.ts";
import { getCarries, getChangeNotices, postSettleCarry } from "./carries.ts";
import { getOriginal } from "./originals.ts";
import { getDifference, getRevisions, postRevision } from "./revisions.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

async function ask(
  endpoint: Endpoint,
  ctx: Context,
  params: Record<string, string>,
  more: { query?: string; body?: string | Uint8Array<ArrayBuffer>; type?: string } = {},
): Promise<Response> {
  const request = new Request(`http://localhost/x${more.query ?? ""}`, {
    method: endpoint.method,
    ...(more.body !== undefined && {
      body: more.body,
      headers: { "Content-Type": more.type ?? "application/json" },
    }),
  });
  return handlerOf(endpoint, () => Promise.resolve(ctx))(request, {
    params: Promise.resolve(params),
  });
}

const TEXT =
  "Minister Ansa Kreel denied on Monday that the ferry was late. Eleven ships waited outside.";

describe("revisions over HTTP", () => {
  it("are added, listed, compared; their carries are listed and settled", async () => {
    const { annotator, reader } = team;
    const article = await makeArticle(client.db, {
      projectId: team.project.id,
      text: `${TEXT} ${v7()}.`,
    });
    await makeAnnotation(client.db, article, { author: annotator, quote: "Eleven ships waited" });
    const { id } = article;
    const changed = article.text.replace("Eleven", "😀 Twelve");
    const made = await ask(
      postRevision,
      annotator,
      { id },
      { body: changed, type: "text/plain", query: "?name=later.txt" },
    );
    expect([made.status, await made.json()]).toMatchObject([
      201,
      { revision: 2, isNew: true, carries: { changed: 1, waiting: 1 } },
    ]);
    const again = await ask(postRevision, annotator, { id }, { body: changed, type: "text/plain" });
    expect([again.status, await again.json()]).toMatchObject([200, { revision: 2, isNew: false }]);
    expect(
      (await ask(postRevision, reader, { id }, { body: "x", type: "text/plain" })).status,
    ).toBe(403);

    const list = await (await ask(getRevisions, reader, { id })).json();
    expect(list).toMatchObject({
      items: [{ number: 2, origin: { kind: "file", name: "later.txt" } }, { number: 1 }],
      next: null,
    });
    const difference = await (await ask(getDifference, reader, { id, n: "2" })).json();
    expect(difference).toMatchObject({ from: 1, to: 2 });
    expect((await ask(getDifference, reader, { id, n: "1" })).status).toBe(404);

    const carries = await (
      await ask(getCarries, reader, { id }, { query: "?waiting=true" })
    ).json();
    const [carry] = carries.items;
    expect(carry).toMatchObject({ status: "changed", revision: 2, from: 1 });
    const notices = await (await ask(getChangeNotices, reader, { id: team.project.id })).json();
    expect(notices.items).toContainEqual(expect.objectContaining({ articleId: id, changed: 1 }));
    const settled = await ask(
      postSettleCarry,
      annotator,
      { id: carry.id },
      { body: JSON.stringify({ settlement: "left" }) },
    );
    expect([settled.status, (await settled.json()).settlement]).toEqual([200, "left"]);
    for (const endpoint of [getRevisions, getCarries, getOriginal])
      expect((await ask(endpoint, team.stranger, { id })).status).toBe(404);
  });

  it("give the bytes as they came, to be saved and never shown", async () => {
    const bytes = Buffer.from(
      `<!doctype html><title>“Late”</title><p>${TEXT} ${v7()}</p><script>alert(1)</script>`,
    );
    const article = await makeArticle(client.db, {
      projectId: team.project.id,
      text: `${TEXT} ${v7()}.`,
      title: 'The "late" ferry / é',
    });
    // A name is cut short, and a header holds no half of a character.
    const emoji = await makeArticle(client.db, {
      projectId: team.project.id,
      text: `${TEXT} ${v7()}.`,
      title: `${"x".repeat(99)}😀`,
    });
    expect((await ask(getOriginal, team.reader, { id: emoji.id })).status).toBe(200);
    const { id } = article;
    await ask(
      postRevision,
      team.annotator,
      { id },
      { body: Uint8Array.from(bytes), type: "text/html", query: "?name=a/page.html" },
    );
    const original = await ask(getOriginal, team.reader, { id });
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
    expect(original.headers.get("content-type")).toBe("application/octet-stream");
    expect(original.headers.get("x-content-type-options")).toBe("nosniff");
    expect(original.headers.get("content-security-policy")).toContain("sandbox");
    expect(original.headers.get("content-disposition")).toContain(
      'attachment; filename="page.html"',
    );
    const first = await ask(getOriginal, team.reader, { id }, { query: "?revision=1" });
    expect(await first.text()).toBe(article.text);
    expect(first.headers.get("content-disposition")).toContain(
      "filename*=UTF-8''The%20late%20ferry%20%C3%A9.",
    );
    expect((await ask(getOriginal, team.reader, { id }, { query: "?revision=9" })).status).toBe(
      404,
    );
  });
});
