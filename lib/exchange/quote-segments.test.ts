import { describe, expect, it } from "vitest";
import { textHash } from "#lib/text/hash.ts";
import { jsonl } from "./jsonl.ts";
import type { ExportHeader } from "./model.ts";
import { quoteSegments } from "./quote-segments.ts";
import { revisionText } from "./revision-text.ts";

const TEXT = "😀 Veldora said no.";
const of = revisionText({ revision: 1, text: TEXT, hash: textHash(TEXT) });

describe("the quotations of a row", () => {
  it("carry their surroundings and both ways of counting", () => {
    expect(
      quoteSegments("A", [{ role: "source", start: 2, end: 9, exact: "Veldora" }], of),
    ).toEqual([
      {
        role: "source",
        start: 2,
        end: 9,
        exact: "Veldora",
        prefix: "😀 ",
        suffix: " said no.",
        startUtf16: 3,
        endUtf16: 10,
      },
    ]);
  });

  it.each([
    ["other words", 2, 9, "Veldors"],
    ["words of another place", 3, 10, "Veldora"],
    ["an end outside the text", 2, 900, "Veldora"],
    ["an end before the start", 9, 2, ""],
  ])("stop at %s, with the row named", (_what, start, end, exact) => {
    expect(() => quoteSegments("ROW-7", [{ role: "content", start, end, exact }], of)).toThrow(
      /annotation ROW-7/,
    );
  });
});

it("keeps a JSON line one line for every reader", () => {
  const header: ExportHeader = {
    record: "export",
    format: "onrecord/1",
    project: { id: "1", name: "x" },
    madeAt: "2031-05-04T10:00:00.000Z",
    scope: { topics: ["a\u2028b\u2029c\u0085d\ne"], attributions: "all" },
  };
  const line = jsonl.start(header);
  expect(line.slice(0, -1)).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
  expect(JSON.parse(line)).toEqual(header);
});
