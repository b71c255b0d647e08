import { expect, test } from "vitest";
import { articleText } from "#components/editor/article-text.ts";
import { codePoint } from "#lib/text/offsets.ts";
import { saidSelection, saidWords } from "./said-words.ts";

const TEXT = "The ferry left. “We left 👩‍👩‍👧 on time,” she said.\n\nNobody complained.";
const END = TEXT.indexOf("\n");
const block = (start: number, end: number) => ({
  start: codePoint([...TEXT.slice(0, start)].length),
  end: codePoint([...TEXT.slice(0, end)].length),
  kind: "paragraph" as const,
  boilerplate: null,
});
const ARTICLE = articleText(TEXT, [block(0, END), block(END + 2, TEXT.length)]);
const at = (words: string) => [...TEXT.slice(0, TEXT.indexOf(words))].length;

test("a step is said as far as it leads", () => {
  expect(saidWords(ARTICLE, 0, at("ferry"), "character")).toBe("f");
  expect(saidWords(ARTICLE, 0, at(" left."), "character")).toBe("space");
  expect(saidWords(ARTICLE, 0, at("“"), "character")).toBe("opening quotation mark");
  expect(saidWords(ARTICLE, 0, at("👩‍👩‍👧"), "character")).toBe("👩‍👩‍👧");
  expect(saidWords(ARTICLE, 0, at(" ferry"), "word")).toBe("The");
  expect(saidWords(ARTICLE, at(" left."), at("ferry"), "word")).toBe("ferry");
  expect(saidWords(ARTICLE, 0, at("“"), "sentence")).toBe("“We left 👩‍👩‍👧 on time,” she said");
  expect(saidWords(ARTICLE, 0, at("“"), "quotation")).toBe("“We left 👩‍👩‍👧 on time,”");
  expect(saidWords(ARTICLE, 0, at("Nobody"), "block")).toBe("Nobody complained.");
  expect(saidWords(ARTICLE, 0, at(".\n"))).toBe("full stop");
  expect(saidWords(ARTICLE, 0, at("\n"), "character")).toBe("End of the paragraph.");
});

test("what is selected is said whole where it is short", () => {
  expect(saidSelection(ARTICLE, [{ start: 0, end: at(" left.") }])).toBe("Selected: ‘The ferry’.");
  const twice = [
    { start: 0, end: at("\n") },
    { start: 0, end: at("\n") },
  ];
  expect(saidSelection(ARTICLE, twice)).toBe(
    "Selected: ‘The ferry left. “We left … 👩‍👩‍👧 on time,” she said.’, 20 words.",
  );
});
