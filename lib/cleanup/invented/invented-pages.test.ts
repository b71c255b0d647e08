import { describe, expect, it } from "vitest";
import type { Cleaned } from "../clean.ts";
import { clean } from "../clean.ts";
import { inventedPages } from "./invented-pages.ts";
import { LATIN } from "./languages-latin.ts";
import { averaged, score } from "./shingles.ts";
import { SHAPES } from "./templates-shapes.ts";
import { SYSTEMS } from "./templates-systems.ts";

const scored = inventedPages().map((page) => {
  const cleaned = clean({ text: page.html, mediaType: "text/html" });
  return { ...page, cleaned, score: score(cleaned.bodyText, page.body, true) };
});

describe("pages as publishing systems write them, in sixteen languages", () => {
  it.each([...new Set(scored.map((page) => page.language))])(
    "keeps the article: %s",
    (language) => {
      const { precision, recall } = averaged(
        scored.flatMap((page) => (page.language === language ? [page.score] : [])),
      );
      expect(recall).toBeGreaterThan(0.985);
      expect(precision).toBeGreaterThan(0.94);
    },
  );

  it.each([...new Set(scored.map((page) => page.name))])("knows the shape: %s", (name) => {
    const { recall, f1 } = averaged(
      scored.flatMap((page) => (page.name === name ? [page.score] : [])),
    );
    expect(recall).toBeGreaterThan(0.94);
    expect(f1).toBeGreaterThan(0.9);
  });

  it("guesses the language of the article where the page does not state it", () => {
    for (const { html, language } of scored.filter((page) => page.name === "blogTheme")) {
      const silent = html.replace(/ lang="[a-z]+"/, "");
      expect(clean({ text: silent, mediaType: "text/html" }).language).toBe(language);
    }
  });
});

describe("golden pages", () => {
  const [english] = LATIN;
  if (!english) throw new Error("The invented pages lost their English.");
  const outline = ({ text, blocks }: Cleaned) =>
    blocks.map(({ kind, boilerplate, start, end }) => {
      const words = [...text].slice(start, end).join("").replace(/\s+/g, " ");
      return `${boilerplate ?? "-"} ${kind}: ${words.slice(0, 40)}`;
    });

  it.each(Object.entries({ ...SYSTEMS, ...SHAPES }))("%s", (_, template) => {
    const cleaned = clean({ text: template(english).html, mediaType: "text/html" });
    expect(outline(cleaned)).toMatchSnapshot();
  });
});
