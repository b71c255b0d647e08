import { describe, expect, it } from "vitest";
import { clean } from "./clean.ts";
import type { MediaType } from "./media-type.ts";

/** Much of each, and a limit on processor time that only a quadratic rule can miss. */
const SIZE = 300_000;
const LIMIT_MS = 4_000;

const HTML: Readonly<Record<string, string>> = {
  "open elements": "<div>",
  "inline elements": "<b>a</b>",
  "open inline elements": "<i>a",
  "rows of a table": "<tr><td>12</td><td>some words, here</td></tr>",
  breaks: "words and words<br><br>",
  links: "<a href=x>Words in a link</a> ",
  "list items": "<li><a href=x>Words in a link</a></li>",
  "noscript elements": "<noscript><p>Words, and more words of it here.</p></noscript>",
  "linked data": '<script type="application/ld+json">{"@type":"Article","headline":"x"}</script>',
  "style rules": "<style>.a.b{display:none}</style><p class='a c'>x</p>",
  "hard spaces": "&nbsp;",
  widgets:
    "<div class='widget ad'><p>The port of Ilm was closed on Monday, said the ministry.</p></div>",
};

const TEXT: Readonly<Record<string, string>> = {
  braces: "{",
  rules: ".a{}",
  commas: ",",
  ellipses: "...",
  spaces: " ",
  "blank lines": "\n ",
  lines: "a\n",
  teasers: "Read more: the words of it\n",
  dates: "8 November 2022\n",
  "times and words": "10:05\nWords, and more of it.\n",
  comments: "Comments\n8 November 2022\nWords.\n",
  appeals: "Your support helps us. ",
  "signs without stops": "中文字",
  "words without stops": "word ",
  captions: "open image in gallery\nThe harbour (AP) Words here of it.\n",
};

function cost(text: string, mediaType: MediaType): number {
  const before = process.cpuUsage();
  clean({ text, mediaType });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe("clean, hostile input", () => {
  it.each(Object.entries(HTML))(
    "HTML of many %s",
    (_, piece) => {
      const text = `<p>The port.</p>${piece.repeat(SIZE / piece.length)}`;
      expect(cost(text, "text/html")).toBeLessThan(LIMIT_MS);
    },
    60_000,
  );

  it.each(Object.entries(TEXT))(
    "text of many %s",
    (_, piece) => {
      const text = `a${piece.repeat(SIZE / piece.length)}b`;
      expect(cost(text, "text/plain")).toBeLessThan(LIMIT_MS);
      expect(cost(text, "text/markdown")).toBeLessThan(LIMIT_MS);
    },
    60_000,
  );

  it("divides a megabyte of words without a full stop, and of signs with commas", () => {
    const words = clean({ text: "word ".repeat(200_000), mediaType: "text/plain" });
    expect(words.blocks.length).toBeGreaterThan(500);
    const signs = clean({ text: "港口没有关闭，".repeat(5_000), mediaType: "text/plain" });
    expect(signs.blocks.length).toBeGreaterThan(50);
  });
});
