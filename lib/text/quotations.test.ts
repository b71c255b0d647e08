import { describe, expect, test } from "vitest";
import { utf16 } from "./offsets.ts";
import { quotationsIn } from "./quotations.ts";

function quotations(text: string): string[] {
  return quotationsIn(text, { start: utf16(0), end: utf16(text.length) }).map(
    ({ start, end, isClosed }) => `${text.slice(start, end)}${isClosed ? "" : " …"}`,
  );
}

describe("quotationsIn", () => {
  test.each([
    ["He said “we left” and “we stayed”.", ["“we left”", "“we stayed”"]],
    ['She said "no," then "yes."', ['"no,"', '"yes."']],
    ["Er sagte „nein“ und »ja«.", ["„nein“", "»ja«"]],
    ["Il a dit : « non » hier.", ["« non »"]],
    ["Hon sade ”nej” och ’ja’.", ["”nej”", "’ja’"]],
    ["彼は「いいえ」と言った。", ["「いいえ」"]],
    ["Powiedział: „nie”.", ["„nie”"]],
  ])("knows the marks in %s", (text, found) => expect(quotations(text)).toEqual(found));

  test("finds quotations inside quotations", () => {
    expect(quotations("“We never had ‘arms dealings’ with you,” she said.")).toEqual([
      "“We never had ‘arms dealings’ with you,”",
      "‘arms dealings’",
    ]);
    expect(quotations("'He said \"no\" to us.'")).toEqual(["'He said \"no\" to us.'", '"no"']);
  });

  test("takes no apostrophe for a mark", () => {
    expect(quotations("They didn't; the ministers’ boat, the ’90s and rock 'n' roll.")).toEqual([]);
    expect(quotations("‘It’s the ministers’ boat,’ he said.")).toEqual([
      "‘It’s the ministers’ boat,’",
    ]);
  });

  test("ends one that nobody closed with its sentence, or where another of its kind begins", () => {
    expect(quotations('He said "we left. Nobody came. Then "no" was said.')).toEqual([
      '"we left. …',
      '"no"',
    ]);
    expect(quotations("“One paragraph of it.\n“And the last.”")).toEqual([
      "“One paragraph of it. …",
      "“And the last.”",
    ]);
  });

  test("stays in the text, whatever it holds", () => {
    for (const text of ["", '"', "“”", "''''", "»«»«", "“‘“‘", "‘’’‘ \n ”“"]) {
      for (const each of quotationsIn(text, { start: utf16(0), end: utf16(text.length) })) {
        expect(each.start).toBeLessThan(each.end);
        expect(each.end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
