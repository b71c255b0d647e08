import { describe, expect, it } from "vitest";
import { draftText } from "../draft.ts";
import { linesOf } from "../plain-blocks.ts";
import { looksLikeCode } from "./scripts.ts";
import { findStyles } from "./styles.ts";

function split(text: string): string[] {
  return findStyles(text, linesOf(text)).map(
    (block) => `${block.boilerplate ?? "open"}: ${draftText(text, block)}`,
  );
}

describe("findStyles", () => {
  it("finds a style sheet that begins in the middle of a rule", () => {
    const sheet = `") no-repeat 0 0;content:' '}@media(min-width:9px){.aB::before{display:none}}.c time{margin:0}.d::x-y {color:#fff}`;
    expect(split(`${sheet}\nThe port of Ilm is shut.`)).toEqual([
      `styles: ${sheet}`,
      "open: The port of Ilm is shut.",
    ]);
  });

  it("cuts style sheets out of a paragraph, before, between and behind the words", () => {
    expect(
      split(
        "The port. .a:hover>p,.b{top:0} Nobody denied it. div.c{left:1px}@font-face{src:url(x)} It rained.",
      ),
    ).toEqual([
      "open: The port.",
      "styles: .a:hover>p,.b{top:0}",
      "open: Nobody denied it.",
      "styles: div.c{left:1px}@font-face{src:url(x)}",
      "open: It rained.",
    ]);
  });

  it("takes a rule over several lines, and one that breaks off, as one block", () => {
    expect(split("Words.\n\n.a {\n  color: red;\n}\n.b {\n  top: 0;\n}\nMore.")).toEqual([
      "open: Words.",
      "styles: .a {\n  color: red;\n}\n.b {\n  top: 0;\n}",
      "open: More.",
    ]);
    expect(split(".a{color:red}.b{top:0;left:\nMore.")).toEqual([
      "styles: .a{color:red}.b{top:0;left:",
      "open: More.",
    ]);
  });

  it("leaves braces and colons of prose alone", () => {
    for (const text of [
      "The set {a, b} is empty.",
      "Note: it {see: page 3} holds.",
      "Odds 2:1; he said: no }",
    ]) {
      expect(
        split(text).every((each) => each.startsWith("open")),
        text,
      ).toBe(true);
    }
  });
});

describe("looksLikeCode", () => {
  it("tells scripts and data from prose", () => {
    expect(
      looksLikeCode(
        "window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}",
      ),
    ).toBe(true);
    expect(
      looksLikeCode(
        '{"@context":"https://schema.org","@type":"NewsArticle","headline":"Port shut"}',
      ),
    ).toBe(true);
    expect(
      looksLikeCode('"We return to port," he said; the function of the (old) pier [1] is unclear.'),
    ).toBe(false);
    expect(looksLikeCode("<b>Nobody</b> denied <i>that</i> the port was shut.")).toBe(false);
  });
});
