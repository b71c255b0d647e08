import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Cleaned } from "./clean.ts";
import { clean } from "./clean.ts";
import { averaged, score } from "./invented/shingles.ts";

/**
 * How well the rules do on real pages, which lie beside the repository and are never part of it.
 * The floors are a little below what was reached: a change that costs more than that shows here.
 */
const SHARED = new URL("../../../shared/", import.meta.url);
const reference = new URL("corpus/reference.json", SHARED);
const pages = new URL("cleanup/pages.jsonl.gz", SHARED);

type Reference = {
  articles: { article: string; body: [number, number][]; title: string | null }[];
};
type Page = { html: string; textDump: string; body: string };

describe("five real articles (skipped where ../shared/corpus is absent)", () => {
  const { articles }: Reference = existsSync(reference)
    ? (JSON.parse(readFileSync(reference, "utf8")) as Reference)
    : { articles: [] };

  it.skipIf(articles.length === 0)("keep their bodies and lose their boilerplate", () => {
    for (const { article, body } of articles) {
      const file = new URL(`corpus/articles/${article}`, SHARED);
      const { kept, folded } = shares(clean({ bytes: readFileSync(file), name: article }), body);
      expect(kept, `${article}: body kept`).toBeGreaterThanOrEqual(0.995);
      expect(folded, `${article}: boilerplate folded`).toBeGreaterThanOrEqual(0.95);
    }
  });

  it.skipIf(articles.length === 0)("have all their style sheets recognised", () => {
    const file = new URL("corpus/articles/arms-denial.txt", SHARED);
    const { blocks } = clean({ bytes: readFileSync(file) });
    const styles = blocks.filter((block) => block.boilerplate === "styles");
    expect(styles).toEqual([{ kind: "paragraph", boilerplate: "styles", start: 0, end: 17_696 }]);
  });
});

describe("sixty real pages (skipped where ../shared/cleanup is absent)", () => {
  const all = existsSync(pages)
    ? gunzipSync(readFileSync(pages))
        .toString("utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Page)
    : [];

  const measure = (read: (page: Page) => Cleaned) =>
    averaged(all.map((page) => score(read(page).bodyText, page.body)));

  it.skipIf(all.length === 0)(
    "as HTML: body shingles with F1 of at least 0.97 and recall of at least 0.985",
    () => {
      const { f1, recall } = measure((page) => clean({ text: page.html, mediaType: "text/html" }));
      expect(f1).toBeGreaterThan(0.98);
      expect(recall).toBeGreaterThan(0.985);
    },
    60_000,
  );

  it.skipIf(all.length === 0)(
    "as text dumps: body shingles with F1 of at least 0.91 and recall of at least 0.95",
    () => {
      const { f1, recall } = measure((page) =>
        clean({ text: page.textDump, mediaType: "text/plain" }),
      );
      expect(f1).toBeGreaterThan(0.94);
      expect(recall).toBeGreaterThan(0.95);
    },
    60_000,
  );
});

/** Shares of the characters other than white space: of the body kept, and of the rest folded away. */
function shares({ text, blocks }: Cleaned, body: readonly [number, number][]) {
  const isOpen = new Set<number>();
  for (const { kind, boilerplate, start, end } of blocks) {
    if (boilerplate || kind === "title" || kind === "caption") continue;
    for (let at: number = start; at < end; at++) isOpen.add(at);
  }
  let [kept, inBody, folded, outside] = [0, 0, 0, 0];
  [...text].forEach((character, at) => {
    if (/\s/.test(character)) return;
    if (body.some(([start, end]) => start <= at && at < end)) {
      inBody++;
      if (isOpen.has(at)) kept++;
    } else {
      outside++;
      if (!isOpen.has(at)) folded++;
    }
  });
  return { kept: kept / inBody, folded: outside === 0 ? 1 : folded / outside };
}
