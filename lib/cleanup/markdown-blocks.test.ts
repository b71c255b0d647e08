import { describe, expect, it } from "vitest";
import { draftText } from "./draft.ts";
import { frontMatter, markdownBlocks } from "./markdown-blocks.ts";

function blocks(text: string): [string, string][] {
  return markdownBlocks(text).map((block) => [
    block.boilerplate ?? block.kind,
    draftText(text, block),
  ]);
}

describe("markdownBlocks", () => {
  it("knows headings, items, quotations, code and paragraphs over several lines", () => {
    const text =
      "# Port\n\nOne\ntwo.\n- a\n- b\n  more\n\n> q\n> r\n\nSet\n===\n\n```js\nx\n\ny\n```\n***\n![map](m.png)\n";
    expect(blocks(text)).toEqual([
      ["heading", "# Port"],
      ["paragraph", "One\ntwo."],
      ["list-item", "- a"],
      ["list-item", "- b\n  more"],
      ["quotation", "> q\n> r"],
      ["heading", "Set\n==="],
      ["paragraph", "```js\nx\n\ny\n```"],
      ["other", "***"],
      ["other", "![map](m.png)"],
    ]);
  });

  it("folds front matter and reads it", () => {
    const text = '---\ntitle: "Port shut"\nauthor: Ilva Odo\n---\nWords.';
    expect(blocks(text)[1]).toEqual(["paragraph", "Words."]);
    expect(frontMatter(text)).toEqual({ title: "Port shut", author: "Ilva Odo" });
    expect(frontMatter("---\nnot closed")).toEqual({});
  });
});
