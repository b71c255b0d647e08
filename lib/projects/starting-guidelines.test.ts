import { getSchema } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { expect, test } from "vitest";
import { GuidelinesDocument } from "./guidelines-document.ts";
import { startingGuidelines } from "./starting-guidelines.ts";

test("the starting guidelines are a document that the editor takes as it is", () => {
  const schema = getSchema([StarterKit]);
  const document = schema.nodeFromJSON(startingGuidelines);
  expect(() => document.check()).not.toThrow();
  expect(GuidelinesDocument.parse(startingGuidelines)).toEqual(startingGuidelines);
  expect(document.textContent).not.toContain("*");
});

test("the sections stand in the order in which people look for them", () => {
  const sections = startingGuidelines.content.flatMap((block) =>
    block.type === "heading" && block.attrs.level === 2
      ? block.content.map(({ text }) => text).join("")
      : [],
  );
  expect(sections).toEqual([
    "What we mark",
    "Claims",
    "Denials",
    "Attributions",
    "Boundaries",
    "Links",
    "Evidence",
    "Reported speech and chains",
    "Hard cases",
    "When in doubt",
  ]);
});
