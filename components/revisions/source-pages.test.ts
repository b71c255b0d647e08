import { expect, it } from "vitest";
import { isBinary, PAGE_CHARACTERS, sourcePage } from "./source-pages.ts";

function pages(source: string): string[] {
  const { pageCount } = sourcePage(source, 1);
  return Array.from({ length: pageCount }, (_, index) => sourcePage(source, index + 1).text);
}

it.each([
  ["", 1],
  ["The ferry left.\n", 1],
  ["The ferry left at nine.\n".repeat(10_000), 4],
  ["a".repeat(PAGE_CHARACTERS * 2 + 1), 3],
  [`a${"🙁".repeat(PAGE_CHARACTERS)}`, 3],
])("divides a source without losing a character (%#)", (source, count) => {
  const all = pages(source);
  expect(all.join("")).toBe(source);
  expect(all).toHaveLength(count);
  expect(all.every((text) => text.isWellFormed())).toBe(true);
});

it("tells the line that a page begins with, and gives the last for what is beyond it", () => {
  const source = "The ferry left at nine.\n".repeat(10_000);
  const second = sourcePage(source, 2);
  expect(source.split("\n").slice(0, second.firstLine - 1)).toHaveLength(second.firstLine - 1);
  expect(second.firstLine).toBe(sourcePage(source, 1).text.split("\n").length);
  expect(sourcePage(source, 99).page).toBe(4);
});

it.each([
  ["The ferry left.", false],
  ["%PDF-1.7", true],
  ["PK\u0003\u0004\u0000\u0000", true],
  ["\u00ff\u00feT\u0000", false],
])("tells whether %j is binary", (head, is) => {
  expect(isBinary(Uint8Array.from(head, (sign) => sign.charCodeAt(0)))).toBe(is);
});
