import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { chooseNewEntries } from "./choose-new-entries.ts";
import type { Entry, Feed } from "./feed.ts";
import { readFeed } from "./read-feed.ts";

const URL_OF_FEED = "https://courier.example/news/feed.xml";

function answer(text: string | Uint8Array, charset: string | null = null, url = URL_OF_FEED) {
  return readFeed({ bytes: typeof text === "string" ? Buffer.from(text) : text, charset, url });
}

function feed(text: string | Uint8Array, charset: string | null = null): Feed {
  const given = answer(text, charset);
  if (given.kind !== "feed") throw new Error(`No feed: ${JSON.stringify(given)}`);
  return given.feed;
}

const rss = (items: string, channel = "<title>The Estuary Courier</title>") =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${channel}${items}</channel></rss>`;

const item = (n: number | string, more = "") =>
  `<item><title>Story ${n}</title><link>https://courier.example/${n}</link>${more}</item>`;

const keysOf = (text: string) => feed(text).entries.map(({ key }) => key);

describe("a feed", () => {
  it("of RSS", () => {
    const more =
      "<guid isPermaLink='false'>id-1</guid><pubDate>Mon, 02 Nov 2026 10:00:00 +0100</pubDate><dc:creator>Lena Kask</dc:creator>";
    expect(feed(rss(item(1, more), "<title>A &amp; B</title><language>en-GB</language>"))).toEqual({
      title: "A & B",
      language: "en-GB",
      entries: [
        {
          key: "id-1",
          url: "https://courier.example/1",
          title: "Story 1",
          published: "2026-11-02T09:00:00.000Z",
          byline: "Lena Kask",
          content: null,
        },
      ],
    });
  });

  it("of Atom, with bases within bases", () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://bote.example/a/" xml:lang="de"><title>Der Bote</title><author><name>Redaktion</name></author>
      <entry xml:base="b/"><id>urn:x:1</id><title type="html">Die &lt;i&gt;Fähre&lt;/i&gt; &amp;amp; der Hafen</title><link rel="self" href="self"/><link href="c#top"/><updated>2026-11-01T10:00:00Z</updated></entry></feed>`;
    expect(feed(text)).toMatchObject({
      title: "Der Bote",
      language: "de",
      entries: [
        {
          key: "urn:x:1",
          url: "https://bote.example/a/b/c",
          title: "Die Fähre & der Hafen",
          published: "2026-11-01T10:00:00.000Z",
          byline: "Redaktion",
        },
      ],
    });
  });

  it("of RDF and of JSON", () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>R</title></channel><item rdf:about="https://r.example/1"><title>I</title><link>https://r.example/1</link><dc:date>2026-11</dc:date></item></rdf:RDF>`;
    expect(feed(rdf)).toMatchObject({
      title: "R",
      entries: [{ url: "https://r.example/1", published: "2026-11" }],
    });
    const json = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "J",
      language: "fr",
      items: [{ id: "1", url: "/x", title: "T", authors: [{ name: "N" }] }],
    });
    expect(feed(json)).toMatchObject({
      language: "fr",
      entries: [{ key: "1", url: "https://courier.example/x", byline: "N" }],
    });
  });

  it("in other encodings, as the server or the file says", () => {
    const text = `<?xml version="1.0" encoding="windows-1251"?>${rss("<item><title>Паром опоздал</title><link>/1</link></item>").replace(/^<\?.*?\?>/, "")}`;
    const bytes = iconv.encode(text, "windows-1251");
    expect(feed(bytes).entries[0]?.title).toBe("Паром опоздал");
    expect(feed(bytes, "windows-1251").entries[0]?.title).toBe("Паром опоздал");
    expect(feed(iconv.encode(`\uFEFF${rss(item("é"))}`, "utf-16le")).entries[0]?.title).toBe(
      "Story é",
    );
  });

  it("with relative addresses, addresses that are none, and none", () => {
    const links = [
      "/a",
      "b",
      "//other.example/c",
      "mailto:x@y.example",
      "javascript:alert(1)",
      "http://u:p@x.example/",
      "",
    ];
    const items = links.map((link, n) => `<item><title>${n}</title><link>${link}</link></item>`);
    const channel = "<title>T</title><link>https://courier.example/section/</link>";
    expect(feed(rss(items.join(""), channel)).entries.map(({ url }) => url)).toEqual([
      "https://courier.example/a",
      "https://courier.example/section/b",
      "https://other.example/c",
    ]);
    const words =
      "<item><title>Kept</title><description>&lt;p&gt;The ferry left.</description></item>";
    expect(feed(rss(words)).entries).toMatchObject([
      { url: null, title: "Kept", content: "<p>The ferry left." },
    ]);
    const permalink = "<item><title>P</title><guid>https://courier.example/p</guid></item>";
    expect(feed(rss(permalink)).entries[0]?.url).toBe("https://courier.example/p");
  });

  it("that says the same twice, or one id for several addresses", () => {
    expect(keysOf(rss(item(1) + item(2) + item(1)))).toHaveLength(2);
    const guid = "<guid isPermaLink='false'>x</guid>";
    expect(keysOf(rss(item(1, guid) + item(1, guid)))).toEqual(["x"]);
    expect(keysOf(rss(item(1, guid) + item(2, guid)))).toEqual([
      "https://courier.example/1",
      "https://courier.example/2",
    ]);
    const counted =
      "<item><title>1</title><link>https://courier.example/1?utm_source=rss</link></item>";
    expect(keysOf(rss(item(1) + counted))).toHaveLength(1);
  });

  it("that is cut off in the middle gives what is whole", () => {
    const whole = rss(item(1) + item(2) + item(3));
    for (let end = 0; end < whole.length; end += 7) {
      const given = answer(whole.slice(0, end));
      expect(["feed", "refused"]).toContain(given.kind);
    }
  });

  it("of ten thousand entries", () => {
    const items = Array.from({ length: 10_000 }, (_, n) =>
      item(n, `<description>${"word ".repeat(50)}</description>`),
    );
    expect(feed(rss(items.join(""))).entries).toHaveLength(10_000);
  }, 30_000);

  it("with a document type that would unfold without end, or name files", () => {
    const bombs = Array.from(
      { length: 9 },
      (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
    ).join("");
    const type = `<!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">${bombs}]>`;
    const text = rss(item("&l9;&f;")).replace("?>", `?>${type}`);
    const given = answer(text);
    expect(JSON.stringify(given).length).toBeLessThan(2_000);
    expect(JSON.stringify(given)).not.toContain("root:");
  });

  it("that is none is refused with a sentence", () => {
    for (const text of [
      "",
      " ",
      "{}",
      '{"items": []}',
      "The ferry left.",
      "<opml/>",
      "<a>".repeat(50_000),
      "%PDF-1.7",
    ]) {
      expect(answer(text)).toMatchObject({
        kind: "refused",
        message: expect.stringMatching(/\.$/),
      });
    }
  });

  it("is never more than an answer, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(null, "utf-16le", "nonsense"),
        (bytes, charset) => {
          expect(["feed", "page", "refused"]).toContain(
            readFeed({ bytes, charset, url: URL_OF_FEED }).kind,
          );
        },
      ),
    );
  });
});

describe("a page", () => {
  it("names its feeds, those of comments last", () => {
    const html = `<!doctype html><head><base href="https://courier.example/blog/">
      <link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">
      <link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" type="text/xml" href="x">
      <link rel="Alternate nofollow" type="application/atom+xml; charset=utf-8" href="../atom.xml">
      <link rel="alternate" type="application/feed+json" href="https://other.example/feed.json"></head>`;
    expect(answer(html)).toEqual({
      kind: "page",
      feeds: [
        "https://courier.example/atom.xml",
        "https://other.example/feed.json",
        "https://courier.example/blog/comments.xml",
      ],
    });
    expect(answer("<!-- x -->\n<html><p>No feed")).toEqual({ kind: "page", feeds: [] });
  });
});

describe("what is new in a feed", () => {
  const entry = (key: string, url: string | null = `https://courier.example/${key}`): Entry => ({
    key,
    url,
    title: key,
    published: null,
    byline: null,
    content: null,
  });
  const nothing = { keys: new Set<string>(), urls: new Set<string>() };

  it("comes oldest first", () => {
    const chosen = chooseNewEntries([entry("c"), entry("b"), entry("a")], nothing);
    expect(chosen.map(({ key }) => key)).toEqual(["a", "b", "c"]);
  });

  it("is nothing when entries come again in another order, with other ids or other addresses", () => {
    const seen = {
      keys: new Set(["a", "b"]),
      urls: new Set(["https://courier.example/a", "https://courier.example/b"]),
    };
    expect(chooseNewEntries([entry("b"), entry("a")], seen)).toEqual([]);
    expect(
      chooseNewEntries([entry("z", "https://courier.example/a?utm_campaign=x")], seen),
    ).toEqual([]);
    expect(chooseNewEntries([entry("a", "https://courier.example/moved")], seen)).toEqual([]);
    expect(chooseNewEntries([entry("c"), entry("a")], seen).map(({ key }) => key)).toEqual(["c"]);
  });
});
