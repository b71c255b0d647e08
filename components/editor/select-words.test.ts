import { describe, expect, test } from "vitest";
import type { ArticleBlock } from "#lib/articles/model.ts";
import { codePoint, utf16 } from "#lib/text/offsets.ts";
import { articleText, wordsAt } from "./article-text.ts";
import { selectWords } from "./select-words.ts";

const TEXT = "The ministry denied it.\n\nSupport us.\n\nA pilot 👩🏽‍✈️ saw ships.";

function block(words: string, boilerplate: ArticleBlock["boilerplate"] = null): ArticleBlock {
  const at = TEXT.indexOf(words);
  const start = codePoint([...TEXT.slice(0, at)].length);
  return { kind: "paragraph", boilerplate, start, end: codePoint(start + [...words].length) };
}

const article = articleText(TEXT, [
  block("The ministry denied it."),
  block("Support us.", "appeal"),
  block("A pilot 👩🏽‍✈️ saw ships."),
]);

function select(from: string, to: string, snap: "words" | "characters" = "words", cut = 0) {
  const start = TEXT.indexOf(from);
  const end = TEXT.indexOf(to) + to.length - cut;
  const selected = selectWords(article, { start: utf16(start), end: utf16(end) }, snap);
  return selected.kind === "words"
    ? selected.spans.map((span) => wordsAt(article, span))
    : selected.kind;
}

describe("selecting words", () => {
  test("widens to whole words, and leaves white space out", () => {
    expect(select("inistry den", "nied")).toEqual(["ministry denied"]);
    expect(select(" denied ", " it")).toEqual(["denied it"]);
  });

  test("keeps to characters when asked, but never cuts an emoji", () => {
    expect(select("inistry", "den", "characters")).toEqual(["inistry den"]);
    expect(select("pilot", "👩🏽‍✈️", "characters", 3)).toEqual(["pilot 👩🏽‍✈️"]);
  });

  test("gives a piece on each side of folded boilerplate", () => {
    expect(select("denied", "A pilot")).toEqual(["denied it.", "A pilot"]);
  });

  test("says when there is nothing to tag", () => {
    expect(select("\n\nSupport", "\n", "words")).toBe("blank");
    expect(select("Support", "us.")).toBe("folded");
  });
});
