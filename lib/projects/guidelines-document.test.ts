import { describe, expect, it } from "vitest";
import { GUIDELINES_LIMIT, GuidelinesDocument } from "./guidelines-document.ts";

const text = (words: string, marks?: unknown[]) => ({
  type: "text",
  text: words,
  ...(marks && { marks }),
});
const doc = (...content: unknown[]) => ({ type: "doc", content });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });

describe("a guidelines document", () => {
  it("takes what the StarterKit writes, and keeps it as it is", () => {
    const document = doc(
      { type: "heading", attrs: { level: 2 }, content: [text("Claims")] },
      paragraph(text("Words that "), text("state", [{ type: "bold" }, { type: "italic" }]), {
        type: "hardBreak",
      }),
      { type: "bulletList", content: [{ type: "listItem", content: [paragraph(text("one"))] }] },
      {
        type: "orderedList",
        attrs: { start: 1, type: null },
        content: [{ type: "listItem", content: [{ type: "paragraph" }] }],
      },
      { type: "blockquote", content: [paragraph(text("so"))] },
      { type: "codeBlock", attrs: { language: null }, content: [text("x")] },
      { type: "horizontalRule" },
      paragraph(
        text("page", [
          {
            type: "link",
            attrs: { href: "https://example.org/", target: "_blank", rel: "noopener", class: null },
          },
        ]),
      ),
    );
    expect(GuidelinesDocument.parse(document)).toEqual(document);
  });

  it.each([
    ["an unknown node", doc({ type: "iframe", attrs: { src: "https://example.org" } })],
    ["an unknown mark", doc(paragraph(text("x", [{ type: "script" }])))],
    ["an attribute of its own", doc({ type: "paragraph", attrs: { onclick: "x" } })],
    [
      "a link that runs a program",
      doc(paragraph(text("x", [{ type: "link", attrs: { href: "javascript:alert(1)" } }]))),
    ],
    [
      "a link to another host without saying how",
      doc(paragraph(text("x", [{ type: "link", attrs: { href: "//evil.example" } }]))),
    ],
    ["no document", paragraph(text("x"))],
    ["nothing", null],
    ["an empty text", doc(paragraph({ type: "text", text: "" }))],
  ])("refuses %s", (_what, document) => {
    expect(GuidelinesDocument.safeParse(document).success).toBe(false);
  });

  it("refuses too much, and too deep, with a sentence", () => {
    const long = GuidelinesDocument.safeParse(doc(paragraph(text("x".repeat(GUIDELINES_LIMIT)))));
    expect(long.error?.issues[0]?.message).toBe(
      "The guidelines are longer than 500,000 characters.",
    );
    let deep: unknown = paragraph(text("x"));
    for (let level = 0; level < 50_000; level++) deep = { type: "blockquote", content: [deep] };
    expect(GuidelinesDocument.safeParse(doc(deep)).error?.issues[0]?.message).toBe(
      "The guidelines are nested too deeply.",
    );
  });
});
