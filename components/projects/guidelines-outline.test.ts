import { expect, it } from "vitest";
import { startingGuidelines } from "#lib/projects/starting-guidelines.ts";
import { GuidelinesDocument } from "#lib/projects/guidelines-document.ts";
import { guidelinesOutline } from "./guidelines-outline.ts";

const heading = (text: string, level = 2) => ({
  type: "heading",
  attrs: { level },
  content: text === "" ? [] : [{ type: "text", text }],
});

it("names each heading once, whatever it says", () => {
  const content = [
    heading("What we mark"),
    heading("What we mark", 3),
    heading(""),
    heading("“?”"),
  ];
  expect(guidelinesOutline({ type: "doc", content })).toEqual([
    { id: "what-we-mark", level: 2, text: "What we mark" },
    { id: "what-we-mark-2", level: 3, text: "What we mark" },
    { id: "section", level: 2, text: "" },
    { id: "section-2", level: 2, text: "“?”" },
  ]);
});

it("keeps letters of every alphabet", () => {
  const content = [heading("Что мы отмечаем", 1)];
  expect(guidelinesOutline({ type: "doc", content })).toEqual([
    { id: "что-мы-отмечаем", level: 2, text: "Что мы отмечаем" },
  ]);
});

it("gives the starting guidelines an outline without doubles", () => {
  const ids = guidelinesOutline(GuidelinesDocument.parse(startingGuidelines)).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(8);
  expect(new Set(ids).size).toBe(ids.length);
});
