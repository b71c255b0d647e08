import type { RequestListener } from "node:http";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getArticle } from "#lib/articles/queries.ts";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { openWeb, type Web } from "#lib/fetch/testing/open-web.ts";
import { makeArticle, makeMember } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { addWatch } from "./add-watch.ts";
import { deleteWatch } from "./delete-watch.ts";
import { editWatch } from "./edit-watch.ts";
import { fetchDueWatches } from "./fetch-due-watches.ts";
import { fetchSoon } from "./fetch-soon.ts";
import { fetchWatch } from "./fetch-watch.ts";
import type { NewWatch, Watch } from "./model.ts";
import { findWatchOfArticle, getWatch, listWatches } from "./queries.ts";

let client: TestClient;
let db: TestClient["db"];
let team: SmallTeam;
let web: Web;
let projectId: string;

beforeAll(async () => {
  client = await openTestClient();
  db = client.db;
  team = await makeSmallTeam(db);
  projectId = team.project.id;
});
afterAll(() => client.close());
beforeEach(() => {
  web = openWeb();
});
afterEach(() => web.close());

const operator = (): Context => ({ actor: { kind: "operator" }, db, now: new Date() });
const fetchIt = (watch: { id: string }, ctx = operator()) => {
  const { world, pace } = web.options();
  return fetchWatch(ctx, watch.id, { world, pace });
};

/** Names of their own, so that tests do not see each other's entries. */
let hosts = 0;
const newHost = () => `site-${process.pid}-${hosts++}.example`;

async function feedWatch(
  more: Partial<Extract<NewWatch, { kind: "feed" }>> = {},
  host = newHost(),
) {
  const url = `http://${host}/feed.xml`;
  const { watch } = await addWatch(team.annotator, projectId, {
    kind: "feed",
    url,
    everyMinutes: 60,
    ...more,
  });
  return { watch, host };
}

async function pageWatch(host = newHost()) {
  const article = await makeArticle(db, { projectId, text: `The ferry was late. ${uuidv7()}` });
  const url = `http://${host}/ferry`;
  const { watch } = await addWatch(team.annotator, projectId, {
    kind: "page",
    articleId: article.id,
    url,
    everyMinutes: 60,
  });
  return { watch, host, article };
}

/** A site that answers what it is told at the time; robots.txt is not there. */
async function serve(host: string) {
  let now: RequestListener = (_request, response) => response.writeHead(404).end();
  const asked: string[] = [];
  await web.site(host, (request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/robots.txt") response.writeHead(404).end();
    else now(request, response);
  });
  return {
    asked,
    answer: (listener: RequestListener) => {
      now = listener;
    },
    give: (body: string, type = "application/rss+xml", headers: Record<string, string> = {}) => {
      now = (_request, response) =>
        response.writeHead(200, { "content-type": type, ...headers }).end(body);
    },
  };
}

const rss = (...entries: string[]) =>
  `<rss version="2.0"><channel><title>The Estuary Courier</title><language>en</language>${entries.join("")}</channel></rss>`;
const entry = (host: string, n: number | string, id = String(n)) =>
  `<item><title>Story ${n}</title><link>http://${host}/${n}</link><guid isPermaLink="false">${id}</guid><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>`;

const itemsOf = async (watch: Watch) => {
  const entries = await db.feedEntry.findMany({ where: { watchId: watch.id } });
  const host = new URL(watch.url).host;
  return {
    seen: entries.length,
    items: await db.ingestionItem.findMany({
      where: { url: { contains: `//${host}/` }, ingestion: { kind: "feed" } },
      orderBy: [{ createdAt: "asc" }, { index: "asc" }],
    }),
  };
};
const eventsOf = async (id: string) =>
  (await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } })).map(
    ({ type }) => type,
  );

describe("a watch", () => {
  it("is added once, told of, and fetched at once by a worker", async () => {
    const id = uuidv7();
    const { watch, host } = await feedWatch({ id });
    expect(watch).toMatchObject({
      id,
      projectId,
      kind: "feed",
      url: `http://${host}/feed.xml`,
      articleId: null,
      everyMinutes: 60,
      nextAt: expect.any(String),
      outcome: null,
      said: "Not fetched yet.",
      version: 1,
    });
    const again = await addWatch(team.annotator, projectId, {
      kind: "feed",
      id,
      url: watch.url,
      everyMinutes: 60,
    });
    expect(again).toEqual({ watch, isNew: false });
    await expect(feedWatch({ url: `${watch.url}#top` })).rejects.toMatchObject({
      code: "duplicate",
      detail: { id },
    });
    expect(await eventsOf(id)).toEqual(["watch.added"]);
    const jobs =
      await db.$queryRaw`SELECT data FROM pgboss.job WHERE name = 'watch.fetch' AND data->>'watchId' = ${id}`;
    expect(jobs).toHaveLength(1);
    await fetchSoon(team.annotator, id);
    expect(
      await db.$queryRaw`SELECT 1 FROM pgboss.job WHERE name = 'watch.fetch' AND data->>'watchId' = ${id}`,
    ).toHaveLength(1);
    expect(
      (await listWatches(team.reader, projectId, { limit: 1_000 })).map((one) => one.id),
    ).toContain(id);
  });

  it("of a page belongs to one article of the project, with the article's address or another", async () => {
    const { watch, article } = await pageWatch();
    expect(watch).toMatchObject({ articleId: article.id, articleTitle: article.title });
    expect(await findWatchOfArticle(team.reader, article.id)).toEqual(watch);
    const once = {
      kind: "page",
      articleId: article.id,
      url: "https://other.example/",
      everyMinutes: null,
    } as const;
    await expect(addWatch(team.annotator, projectId, once)).rejects.toMatchObject({
      code: "duplicate",
    });
    const bare = await makeArticle(db, { projectId });
    const without = { kind: "page", articleId: bare.id, everyMinutes: null } as const;
    await expect(addWatch(team.annotator, projectId, without)).rejects.toMatchObject({
      code: "invalid",
      fields: { url: expect.stringContaining("no address") },
    });
    const foreign = await makeArticle(db, { projectId: team.elsewhere.id });
    const both = await makeMember(db, {
      projectId: team.elsewhere.id,
      user: (await makeMember(db, { projectId })).user,
    });
    const elsewhere = { ...once, articleId: foreign.id };
    await expect(addWatch(both.ctx, projectId, elsewhere)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it.each([
    "http://127.0.0.1/feed",
    "http://2130706433/",
    "ftp://a.example/",
    "nonsense",
    "http://a:b@a.example/",
    "http://a.example:22/",
  ])("of %s is refused with a sentence", async (url) => {
    await expect(feedWatch({ url })).rejects.toMatchObject({
      code: "invalid",
      fields: { url: expect.stringMatching(/\.$/) },
    });
  });

  it("is changed, stopped and deleted by those who may, in the version that they saw", async () => {
    const { watch } = await feedWatch();
    const slower = await editWatch(team.annotator2, watch.id, { everyMinutes: 1_440 }, 1);
    expect(slower).toMatchObject({ everyMinutes: 1_440, version: 2 });
    expect(Date.parse(slower.nextAt ?? "")).toBeGreaterThan(Date.now() + 20 * 3_600_000);
    expect(await editWatch(team.annotator, watch.id, { everyMinutes: 1_440 }, 1)).toEqual(slower);
    await expect(
      editWatch(team.annotator, watch.id, { everyMinutes: null }, 1),
    ).rejects.toMatchObject({
      code: "stale",
      detail: { current: slower },
    });
    expect(await editWatch(team.annotator, watch.id, { everyMinutes: null }, null)).toMatchObject({
      nextAt: null,
      version: 3,
    });
    const { watch: other } = await feedWatch();
    await expect(
      editWatch(team.annotator, watch.id, { url: other.url }, null),
    ).rejects.toMatchObject({
      code: "duplicate",
      detail: { id: other.id },
    });
    await expect(deleteWatch(team.annotator, watch.id, 1)).rejects.toMatchObject({ code: "stale" });
    await deleteWatch(team.annotator, watch.id, 3);
    await deleteWatch(team.annotator, watch.id, 3);
    await expect(getWatch(team.reader, watch.id)).rejects.toMatchObject({ code: "not-found" });
    expect(await eventsOf(watch.id)).toEqual([
      "watch.added",
      "watch.changed",
      "watch.changed",
      "watch.deleted",
    ]);
  });

  it("is for annotators to keep, for readers to see, and for strangers not there", async () => {
    const { watch } = await feedWatch();
    const stranger = (await makeMember(db, { projectId: team.elsewhere.id, role: "manager" })).ctx;
    const input = { kind: "feed", url: `http://${newHost()}/`, everyMinutes: null } as const;
    const all = (ctx: Context) => [
      () => addWatch(ctx, projectId, input),
      () => editWatch(ctx, watch.id, { everyMinutes: 5 }, null),
      () => fetchSoon(ctx, watch.id),
      () => fetchWatch(ctx, watch.id),
      () => deleteWatch(ctx, watch.id, null),
    ];
    for (const ask of all(team.reader))
      await expect(ask()).rejects.toMatchObject({ code: "forbidden" });
    for (const ask of all(stranger))
      await expect(ask()).rejects.toMatchObject({ code: "not-found" });
    expect(await getWatch(team.reader, watch.id)).toEqual(watch);
    await expect(getWatch(stranger, watch.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(listWatches(stranger, projectId, { limit: 5 })).rejects.toMatchObject({
      code: "not-found",
    });
    await deleteWatch(team.annotator, watch.id, null);
    await expect(deleteWatch(stranger, watch.id, null)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("a feed that is followed", () => {
  it("brings each entry once, whatever it does later", async () => {
    const { watch, host } = await feedWatch();
    const site = await serve(host);
    site.give(rss(entry(host, 2), entry(host, 1)));
    const first = await fetchIt(watch);
    expect(first).toMatchObject({
      outcome: "new-entries",
      title: "The Estuary Courier",
      failures: 0,
      problem: null,
    });
    expect(await itemsOf(watch)).toMatchObject({
      seen: 2,
      items: [
        {
          name: "Story 1",
          url: `http://${host}/1`,
          index: 0,
          state: "waiting",
          details: {
            title: "Story 1",
            published: "2026-11-02T10:00:00.000Z",
            publisher: "The Estuary Courier",
            language: "en",
          },
        },
        { name: "Story 2", index: 1 },
      ],
    });
    const changes = [
      rss(entry(host, 1), entry(host, 2)),
      rss(entry(host, 2)),
      rss(entry(host, 2), entry(host, 2), entry(host, 1)),
      rss(entry(host, 1, "new id"), entry(host, 2, "another")),
      rss(entry(host, "1?utm_source=feed", "x"), entry(host, "2#top", "y")),
      rss(),
    ];
    for (const change of changes) {
      site.give(change);
      expect((await fetchIt(watch)).outcome).toBe("same");
    }
    site.give(rss(entry(host, 3), entry(host, 2)));
    expect((await fetchIt(watch)).outcome).toBe("new-entries");
    const { items } = await itemsOf(watch);
    expect(items.map(({ name }) => name)).toEqual(["Story 1", "Story 2", "Story 3"]);
    const ingestions = await db.ingestion.findMany({
      where: { items: { some: { url: { contains: host } } } },
    });
    expect(ingestions).toHaveLength(2);
    expect(ingestions[0]).toMatchObject({
      kind: "feed",
      name: "Feed: The Estuary Courier",
      complete: true,
    });
  });

  it("brings an entry once when it is fetched by two at once", async () => {
    const { watch, host } = await feedWatch();
    (await serve(host)).give(rss(entry(host, 1), entry(host, 2)));
    const both = await Promise.all([fetchIt(watch), fetchIt(watch)]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["new-entries", "same"]);
    expect((await itemsOf(watch)).items).toHaveLength(2);
  });

  it("of ten thousand entries comes in whole, and once", async () => {
    const { watch, host } = await feedWatch();
    (await serve(host)).give(rss(...Array.from({ length: 10_000 }, (_, n) => entry(host, n))));
    expect((await fetchIt(watch)).outcome).toBe("new-entries");
    expect((await fetchIt(watch)).outcome).toBe("same");
    expect((await itemsOf(watch)).items).toHaveLength(10_000);
  }, 120_000);

  it("keeps an entry's own text where it has no address", async () => {
    const { watch, host } = await feedWatch();
    const words =
      "<item><title>Note</title><description>&lt;p&gt;The ferry left on time.&lt;/p&gt;</description></item>";
    (await serve(host)).give(rss(words));
    await fetchIt(watch);
    const item = await db.ingestionItem.findFirstOrThrow({
      where: { name: "Note" },
      include: { original: true },
    });
    expect(Buffer.from(item.original?.bytes ?? []).toString()).toBe(
      "<p>The ferry left on time.</p>",
    );
    expect(item).toMatchObject({ url: null, mediaType: "text/html" });
  });

  it("is found behind a page that names it, and is kept by its own address", async () => {
    const { watch, host } = await feedWatch({}, newHost());
    const site = await serve(host);
    site.answer((request, response) => {
      if (request.url === "/real.xml") response.end(rss(entry(host, 1)));
      else
        response
          .writeHead(200, { "content-type": "text/html" })
          .end('<html><link rel="alternate" type="application/rss+xml" href="/real.xml">');
    });
    expect(await fetchIt(watch)).toMatchObject({
      url: `http://${host}/real.xml`,
      outcome: "new-entries",
    });
    const { watch: second } = await feedWatch({}, host);
    expect(await fetchIt(second)).toMatchObject({
      outcome: "failed",
      problem: expect.stringContaining("followed already"),
    });
  });

  it("that is no feed, or is a page without one, says so", async () => {
    const { watch, host } = await feedWatch();
    const site = await serve(host);
    site.give("The ferry left.", "text/plain");
    expect(await fetchIt(watch)).toMatchObject({
      outcome: "failed",
      problem: expect.stringContaining("no feed"),
      failures: 1,
    });
    site.give("<html><p>Hello", "text/html");
    const failed = await fetchIt(watch);
    expect(failed).toMatchObject({
      outcome: "failed",
      problem: expect.stringContaining("names none"),
      failures: 2,
    });
    expect(failed.said).toBe(failed.problem);
  });

  it("is asked whether it changed before it is sent again", async () => {
    const { watch, host } = await feedWatch();
    const site = await serve(host);
    let sent = 0;
    site.answer((request, response) => {
      const isSame = request.headers["if-none-match"] === '"7"';
      sent += isSame ? 0 : 1;
      response
        .writeHead(isSame ? 304 : 200, { etag: '"7"' })
        .end(isSame ? undefined : rss(entry(host, 1)));
    });
    await fetchIt(watch);
    expect((await fetchIt(watch)).outcome).toBe("same");
    expect(sent).toBe(1);
    await editWatch(team.annotator, watch.id, { url: `http://${host}/other.xml` }, null);
    await fetchIt(watch);
    expect(sent).toBe(2);
  });
});

describe("a page that is watched", () => {
  const text = (words: string) =>
    `<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>${words}</p></article></body></html>`;

  it("becomes a revision when its text changes, and only then", async () => {
    const { watch, host, article } = await pageWatch();
    const site = await serve(host);
    site.give(text("The ferry was late on Monday."), "text/html");
    expect(await fetchIt(watch)).toMatchObject({
      outcome: "changed",
      said: expect.stringContaining("new revision"),
    });
    const second = await getArticle(team.reader, article.id);
    expect(second).toMatchObject({ revision: 2, mediaType: "text/html" });
    expect(second.text).toContain("The ferry was late on Monday.");
    site.give(
      `${text("The ferry was late on Monday.")}<script>count(${Date.now()})</script>`,
      "text/html",
    );
    expect((await fetchIt(watch)).outcome).toBe("same");
    site.give(text("The ferry was on time on Monday."), "text/html", { etag: '"3"' });
    expect((await fetchIt(watch)).outcome).toBe("changed");
    site.answer((request, response) => {
      response.writeHead(request.headers["if-none-match"] === '"3"' ? 304 : 500).end();
    });
    expect((await fetchIt(watch)).outcome).toBe("same");
    expect((await getArticle(team.reader, article.id)).revision).toBe(3);
    const revision = await db.revision.findFirstOrThrow({
      where: { articleId: article.id, number: 3 },
    });
    expect(revision).toMatchObject({
      originKind: "address",
      originName: watch.url,
      retrievedAt: expect.any(Date),
    });
  });

  it.each([
    ["asks for a log-in", "<p>Please log in to continue reading.</p>", 200, "log-in"],
    [
      "asks for consent",
      "<p>We and our partners use cookies on your device for ads.</p><button>Accept all</button>",
      200,
      "consent",
    ],
    ["is gone, and says it is well", "<h1>Page not found</h1>", 200, "no such page"],
    ["is gone", "Gone", 410, "for good"],
    ["is empty", "", 200, "no text"],
    ["asks to be left alone", "Slow down", 429, "too often"],
  ])("that %s leaves the article as it is, and says so", async (_what, body, status, words) => {
    const { watch, host, article } = await pageWatch();
    (await serve(host)).answer((_request, response) => {
      response
        .writeHead(status, { "content-type": "text/html", "retry-after": "36000", etag: '"x"' })
        .end(body);
    });
    const failed = await fetchIt(watch);
    expect(failed).toMatchObject({
      outcome: "failed",
      problem: expect.stringContaining(words),
      failures: 1,
    });
    expect((await getArticle(team.reader, article.id)).revision).toBe(1);
    expect((await db.watch.findUniqueOrThrow({ where: { id: watch.id } })).etag).toBeNull();
    if (status !== 200)
      expect(Date.parse(failed.nextAt ?? "")).toBeGreaterThan(Date.now() + 9 * 3_600_000);
  });

  it("that changes while it is sent is read as one of the two, or not at all", async () => {
    const { watch, host, article } = await pageWatch();
    (await serve(host)).answer((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": "5000" });
      response.write("<html><body><p>The ferry was");
      setTimeout(() => response.destroy(), 50);
    });
    expect(await fetchIt(watch)).toMatchObject({
      outcome: "failed",
      problem: expect.stringContaining("broke"),
    });
    expect((await getArticle(team.reader, article.id)).revision).toBe(1);
  });
});

describe("the schedule", () => {
  it("waits longer with each failure, and is itself again after a success", async () => {
    const { watch, host } = await feedWatch();
    const site = await serve(host);
    const waits: number[] = [];
    for (let n = 0; n < 3; n++) {
      const { nextAt, fetchedAt } = await fetchIt(watch);
      waits.push((Date.parse(nextAt ?? "") - Date.parse(fetchedAt ?? "")) / 60_000);
    }
    expect(waits.map((minutes) => Math.round(Math.log2(minutes / 60)))).toEqual([1, 2, 3]);
    site.give(rss());
    const well = await fetchIt(watch);
    expect(well).toMatchObject({ outcome: "same", failures: 0, problem: null });
    expect(Date.parse(well.nextAt ?? "") - Date.parse(well.fetchedAt ?? "")).toBeLessThan(
      67 * 60_000,
    );
    expect(await eventsOf(watch.id)).toEqual(["watch.added", "watch.fetched", "watch.fetched"]);
  });

  it("sends what is due, once, and nothing that is stopped", async () => {
    const { watch: due } = await feedWatch();
    const { watch: stopped } = await feedWatch({ everyMinutes: null });
    await db.watch.update({ where: { id: due.id }, data: { nextAt: new Date("2026-01-01") } });
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'watch.fetch'`;
    const sent = await Promise.all([fetchDueWatches(operator()), fetchDueWatches(operator())]);
    expect(sent.toSorted()).toEqual([0, 1]);
    const jobs =
      await db.$queryRaw`SELECT data->>'watchId' AS id FROM pgboss.job WHERE name = 'watch.fetch'`;
    expect(jobs).toEqual([{ id: due.id }]);
    expect((await getWatch(operator(), stopped.id)).nextAt).toBeNull();
    expect(Date.parse((await getWatch(operator(), due.id)).nextAt ?? "")).toBeGreaterThan(
      Date.now(),
    );
  });

  it("leaves a watch alone that was deleted or sent elsewhere while it was fetched", async () => {
    const { watch, host } = await feedWatch();
    const site = await serve(host);
    let meanwhile = async () =>
      void (await editWatch(team.annotator, watch.id, { url: `http://${host}/b` }, null));
    site.answer(
      (_request, response) => void meanwhile().then(() => response.end(rss(entry(host, 1)))),
    );
    expect(await fetchIt(watch)).toMatchObject({
      url: `http://${host}/b`,
      outcome: null,
      fetchedAt: null,
    });
    meanwhile = async () => void (await deleteWatch(team.annotator, watch.id, null));
    await expect(fetchIt(watch)).rejects.toMatchObject({ code: "not-found" });
    expect((await itemsOf(watch)).items).toEqual([]);
  });

  it("keeps to a site's robots.txt as the project does", async () => {
    const { watch, host } = await feedWatch();
    await web.site(host, (request, response) => {
      response.end(
        request.url === "/robots.txt" ? "User-agent: *\nDisallow: /" : rss(entry(host, 1)),
      );
    });
    expect(await fetchIt(watch)).toMatchObject({
      outcome: "failed",
      problem: expect.stringContaining("robots.txt"),
    });
    await db.project.update({ where: { id: projectId }, data: { honoursRobots: false } });
    expect((await fetchIt(watch)).outcome).toBe("new-entries");
    await db.project.update({ where: { id: projectId }, data: { honoursRobots: true } });
  });
});
