import { describe, expect, test } from "vitest";
import { clausesIn } from "./clauses.ts";
import { utf16 } from "./offsets.ts";

function clauses(text: string): string[] {
  return clausesIn(text, { start: utf16(0), end: utf16(text.length) }).map((each) =>
    text.slice(each.start, each.end),
  );
}

describe("clausesIn", () => {
  test.each([
    [
      "The office said that ships, which had called, left.",
      ["The office said", "ships", "which had called", "left"],
    ],
    ["“We never did,” he said. No.", ["We never did", "he said", "No"]],
    ['It was a "disgrace". They left.', ['It was a "disgrace"', "They left"]],
    [
      "About 3,000 ships (of 4.5 million) left at 9:30 – all of them.",
      ["About 3,000 ships", "of 4.5 million", "left at 9:30", "all of them"],
    ],
    ["Er sagte, dass Schiffe kamen; sie gingen.", ["Er sagte", "Schiffe kamen", "sie gingen"]],
    ["قال الوزير إن السفن وصلت، ثم غادرت.", ["قال الوزير", "السفن وصلت", "ثم غادرت"]],
    [
      "U.S. spokesman J. Varn said on Oct. 13 that ships left.",
      ["U.S. spokesman J. Varn said on Oct. 13", "ships left"],
    ],
  ])("divides %s", (text, found) => expect(clauses(text)).toEqual(found));

  test("keeps a quotation that lies whole in it, and not half of one", () => {
    expect(clauses("They said “no plan” and left.")).toEqual(["They said “no plan” and left"]);
    expect(clauses("“No plan, none,” they said.")).toEqual(["No plan", "none", "they said"]);
  });
});
