import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Cleaned } from "./clean.ts";
import { clean } from "./clean.ts";

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

  it.skipIf(all.length === 0)("as HTML: body shingles with F1 of at least 0.97", () => {
    const measured = score(all, (page) => clean({ text: page.html, mediaType: "text/html" }));
    expect(measured).toBeGreaterThan(0.97);
  });

  it.skipIf(all.length === 0)("as text dumps: body shingles with F1 of at least 0.90", () => {
    const measured = score(all, (page) => clean({ text: page.textDump, mediaType: "text/plain" }));
    expect(measured).toBeGreaterThan(0.9);
  });
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

/** The benchmark's measure: multisets of four-word shingles, averaged over the pages. */
function score(all: readonly Page[], run: (page: Page) => Cleaned): number {
  let [precision, recall] = [0, 0];
  for (const page of all) {
    const found = shingles(run(page).bodyText);
    const gold = shingles(page.body);
    let shared = 0;
    for (const [shingle, count] of found) shared += Math.min(count, gold.get(shingle) ?? 0);
    precision += shared / Math.max(1, total(found)) / all.length;
    recall += shared / Math.max(1, total(gold)) / all.length;
  }
  return (2 * precision * recall) / (precision + recall);
}

function shingles(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= Math.max(4, words.length); at++) {
    const shingle = words.slice(at, at + 4).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
