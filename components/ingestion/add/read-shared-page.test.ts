import { describe, expect, it } from "vitest";
import { countShownText } from "./count-shown-text.ts";
import { readSharedPage } from "./read-shared-page.ts";

const ORIGIN = "https://news.example";
const message = { url: `${ORIGIN}/a#top`, title: " The Alder ", html: "<p>She left.</p>" };

describe("readSharedPage", () => {
  it("takes a page of the sender's own site", () => {
    expect(readSharedPage(message, ORIGIN)).toMatchObject({
      address: `${ORIGIN}/a`,
      title: "The Alder",
      characters: 9,
    });
  });

  it.each([
    ["another site", message, "https://elsewhere.example"],
    ["another scheme", message, "http://news.example"],
    ["no origin", message, "null"],
    ["an address that is none", { ...message, url: "javascript:alert(1)" }, "null"],
    ["no page", "onrecord-share-ready", ORIGIN],
    ["a page without its HTML", { url: message.url, title: "x" }, ORIGIN],
    ["something else for HTML", { ...message, html: { toString: "x" } }, ORIGIN],
    ["nothing", null, ORIGIN],
  ])("takes nothing from %s", (_, data, origin) => {
    expect(readSharedPage(data, origin)).toBeNull();
  });

  it("refuses more than 10 MB, counted in bytes", () => {
    const most = 10 * 1024 * 1024;
    expect(readSharedPage({ ...message, html: "a".repeat(most) }, ORIGIN)).toMatchObject({
      characters: most,
    });
    for (const html of ["a".repeat(most + 1), "é".repeat(most / 2 + 1)]) {
      expect(readSharedPage({ ...message, html }, ORIGIN)).toEqual({
        problem: expect.stringContaining("larger than 10 MB"),
      });
    }
  });

  it("says when there is no text", () => {
    expect(
      readSharedPage({ ...message, html: "<html><script>a()</script></html>" }, ORIGIN),
    ).toEqual({ problem: expect.stringContaining("holds no text") });
  });
});

describe("countShownText", () => {
  it.each([
    ["<p>a  b</p>\n<p>c</p>", 4],
    ["<style>p{}</style><SCRIPT>x<y</SCRIPT>é", 1],
    ["a<!-- <p>b</p> > -->c", 2],
    ["a<script>b", 1],
    ["a<p", 1],
    ["<scripture>a</scripture>", 1],
  ])("counts %s", (html, count) => {
    expect(countShownText(html)).toBe(count);
  });

  it("takes time in proportion to the length", () => {
    const started = performance.now();
    countShownText("<script ".repeat(500_000));
    countShownText("<!--".repeat(500_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
