import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOfTexts, type DifferenceRow } from "./difference.ts";
import { sliceCodePoints } from "./offsets.ts";
import type { Span } from "./span.ts";

function show(before: string, after: string): string[] {
  return differenceOfTexts(before, after).map((row) => {
    if (row.kind === "same") return `= ${words(before, row.before)}`;
    if (row.kind === "removed") return `${row.isMoved ? "↑" : "-"} ${words(before, row.before)}`;
    if (row.kind === "added") return `${row.isMoved ? "↓" : "+"} ${words(after, row.after)}`;
    return `~ ${row.changes.map((each) => `[${words(before, each.before)}|${words(after, each.after)}]`).join("")}`;
  });
}

function words(text: string, span: Span | null): string {
  return span === null ? "" : sliceCodePoints(text, span.start, span.end);
}

describe("differenceOfTexts", () => {
  it("tells which words of a paragraph changed, in code points", () => {
    expect(
      show(
        "😊 The minister denied it.\n\nNobody else spoke.",
        "😊 The minister flatly denied it.\n\nNobody else spoke.",
      ),
    ).toEqual(["~ [|flatly ]", "= Nobody else spoke."]);
    expect(show("Two ships left on Monday.", "Three tankers left on Monday.")).toEqual([
      "~ [Two ships|Three tankers]",
    ]);
  });

  it("tells paragraphs that came, went and moved", () => {
    const a = "Harbour staff counted eleven tankers.";
    const b = "The ministry called the report invented.";
    const c = "Rain is expected on Sunday.";
    expect(show(`${a}\n\n${b}`, `${a}\n\n${c}\n\n${b}`)).toEqual([`= ${a}`, `+ ${c}`, `= ${b}`]);
    expect(show(`${a}\n${b}\n${c}`, `${a}\n${c}`)).toEqual([`= ${a}`, `- ${b}`, `= ${c}`]);
    expect(show(`${a}\n${b}\n${c}`, `${c}\n${a}\n${b}`)).toEqual([
      `↓ ${c}`,
      `= ${a}`,
      `= ${b}`,
      `↑ ${c}`,
    ]);
  });

  it("pairs rewritten paragraphs although everything around them changed", () => {
    expect(
      show(
        "The port was closed on Friday after the storm.\nShips waited outside for two days.",
        "A new lead that nobody had written before.\nThe port was closed on Saturday after the storm.\nShips waited outside for three days.",
      ),
    ).toEqual([
      "+ A new lead that nobody had written before.",
      "~ [Friday|Saturday]",
      "~ [two|three]",
    ]);
  });

  it("shows typography as small changes and white space between paragraphs as none", () => {
    expect(show('"No," she said.', "“No,” she said.")).toEqual(['~ ["|“]["|”]']);
    expect(show("One.\n\n\nTwo.", "One.\nTwo.")).toEqual(["= One.", "= Two."]);
  });

  it("divides long lines at sentences and scripts without spaces at letters", () => {
    const line = Array.from({ length: 60 }, (_, at) => `Sentence number ${at} stands here.`);
    const rows = differenceOfTexts(line.join(" "), line.toSpliced(30, 1).join(" "));
    expect(rows.filter((row) => row.kind !== "same").map((row) => row.kind)).toEqual(["removed"]);
    expect(show("外交部否认了报道。", "国防部否认了报道。")).toEqual(["~ [外交|国防]"]);
  });

  it("compares only the stretches that are named, and never over their edges", () => {
    const before = "Menu The port was closed. More news";
    const after = "The port was closed. Subscribe now";
    const rows = differenceOfTexts(before, after, {
      before: [{ start: 5, end: 25 }],
      after: [{ start: 0, end: 20 }],
    });
    expect(
      rows.map((row) => [row.kind, words(before, row.before), words(after, row.after)]),
    ).toEqual([["same", "The port was closed.", "The port was closed."]]);
  });

  it("holds every paragraph of both once, and is right where it says that nothing changed", () => {
    const line = fc
      .array(fc.constantFrom("port", "denied", "the", "“it”", "😊", "e\u0301", "中", "  ", "-"), {
        maxLength: 8,
      })
      .map((parts) => parts.join(" "));
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n").normalize("NFC"));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = differenceOfTexts(before, after);
        expect(inked(pieces(before, rows, "before"))).toBe(inked(before));
        expect(inked(pieces(after, rows, "after"))).toBe(inked(after));
        for (const row of rows) expect(replay(before, after, row)).toBe(words(after, row.after));
      }),
      { numRuns: 500 },
    );
  });

  it("takes texts of very many paragraphs", () => {
    const text = (name: string) => Array.from({ length: 130_000 }, (_, n) => name + n).join("\n\n");
    expect(differenceOfTexts(text("a"), text("b"))).toHaveLength(260_000);
  }, 60_000);

  it("is done in a moment with texts of 100,000 words that have little in common", () => {
    const paragraph = (seed: number) =>
      Array.from({ length: 50 }, (_, at) => `w${(seed * 7919 + at * at * 31) % 997}`).join(" ");
    const book = (from: number) =>
      Array.from({ length: 2_000 }, (_, at) => paragraph(from + at * 3)).join("\n\n");
    const began = performance.now();
    differenceOfTexts(book(1), book(2));
    differenceOfTexts(book(1).replaceAll("\n", " "), book(2).replaceAll("\n", " "));
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});

/** The first text's paragraph with the changes made: the second's, or something is wrong. */
function replay(before: string, after: string, row: DifferenceRow): string {
  if (row.before === null || row.after === null) return words(after, row.after);
  let made = "";
  let at = row.before.start;
  for (const change of row.changes) {
    made += sliceCodePoints(before, at, change.before.start) + words(after, change.after);
    at = change.before.end;
  }
  return made + sliceCodePoints(before, at, row.before.end);
}

function pieces(text: string, rows: readonly DifferenceRow[], side: "before" | "after"): string {
  return rows.map((row) => words(text, row[side])).join(" ");
}

function inked(text: string): string {
  return text.replace(/\s/gu, "");
}
