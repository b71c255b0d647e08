import { expect, it } from "vitest";
import { differenceOfTexts } from "#lib/text/difference.ts";
import { drawDifference, inOne, type DrawnRow } from "./drawn-difference.ts";

function draw(before: string, after: string): DrawnRow[] {
  return drawDifference(before, after, differenceOfTexts(before, after));
}

const plain = (pieces: DrawnRow["before"]) => pieces?.map(({ text }) => text).join("") ?? null;

it("cuts every paragraph out of both texts, whatever characters they hold", () => {
  const before = "🙁 The ferry left at nine.\n\nIt was cold.\n\nNobody came.\n";
  const after = "🙁 The ferry left at ten, late.\n\nNobody came.\n\nThe end.\n";
  const rows = draw(before, after);
  expect(rows.flatMap((row) => plain(row.before) ?? [])).toEqual([
    "🙁 The ferry left at nine.",
    "It was cold.",
    "Nobody came.",
  ]);
  expect(rows.flatMap((row) => plain(row.after) ?? [])).toEqual([
    "🙁 The ferry left at ten, late.",
    "Nobody came.",
    "The end.",
  ]);
  expect(rows.map(({ kind }) => kind)).toEqual(["changed", "removed", "same", "added"]);
});

it("says what was taken out and put in, also in one run of words", () => {
  const [row] = draw("The ferry left at nine.\n", "The ferry left at ten.\n");
  if (!row) throw new Error("There is no row.");
  expect(row.before?.filter(({ kind }) => kind === "cut")).toEqual([{ kind: "cut", text: "nine" }]);
  expect(row.after?.filter(({ kind }) => kind === "put")).toEqual([{ kind: "put", text: "ten" }]);
  expect(inOne(row)).toEqual([
    { kind: "same", text: "The ferry left at " },
    { kind: "cut", text: "nine" },
    { kind: "put", text: "ten" },
    { kind: "same", text: "." },
  ]);
});

it.each([
  ["It left.", "It left late."],
  ["It left late.", "It left."],
  ["Cold, it left.", "It left, cold."],
  ["a b c d e", "x b y d z"],
])("gives both texts back from one run: %j, %j", (before, after) => {
  const without = (kind: string) =>
    draw(before, after)
      .flatMap((row) => inOne(row))
      .flatMap((piece) => (piece.kind === kind ? [] : [piece.text]))
      .join("");
  expect(without("put")).toContain(before);
  expect(without("cut")).toContain(after);
});
