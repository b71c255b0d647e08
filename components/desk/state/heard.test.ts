import { expect, test } from "vitest";
import type { Annotation } from "#lib/annotations/model.ts";
import { heardBetween } from "./heard.ts";

function claim(id: string, exact: string): [string, Annotation] {
  const segments = [{ role: "content" as const, start: 0, end: exact.length, exact }];
  const content = { tag: "claim" as const, segments, absent: [], attributes: {}, doubt: null };
  const author = { id: "me", name: "Lena" };
  const place = { articleId: "x", revision: 1, state: "draft" as const, version: 1 };
  return [id, { id, ...content, ...place, author, createdAt: "", updatedAt: "" }];
}

test("says what ends, what begins and where, and few of many", () => {
  const all = new Map(["a", "b", "c", "d", "e"].map((id) => claim(id, `words ${id}`)));
  expect(heardBetween([], [], all, null)).toBe("");
  expect(heardBetween(["a"], ["b"], all, "paragraph 2")).toBe(
    "Paragraph 2. Claim ends. Claim: words b.",
  );
  expect(heardBetween([], ["a", "b", "c", "d", "e"], all, null)).toMatch(/And 2 more\.$/);
});
