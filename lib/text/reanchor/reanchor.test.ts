import { describe, expect, it } from "vitest";
import { reanchor, type Reanchored } from "./reanchor.ts";

/** Re-anchor words (the nth place of them, from 0) and tell the status with the words found. */
function carried(old: string, now: string, words: string, nth = 0): [string, string | null] {
  const found = anchor(old, now, words, nth);
  return [
    found.status,
    found.start === null ? null : Array.from(now).slice(found.start, found.end).join(""),
  ];
}

function anchor(old: string, now: string, words: string, nth = 0): Reanchored {
  let unit = old.indexOf(words);
  for (let n = 0; n < nth; n++) unit = old.indexOf(words, unit + 1);
  const start = Array.from(old.slice(0, unit)).length;
  const [found] = reanchor(old, now, [{ id: "a", start, end: start + Array.from(words).length }]);
  if (!found) throw new Error("There is an answer for each span.");
  return found;
}

const TEXT =
  "The harbour of Lund Bay was closed on Monday. Eleven ships waited outside.\n\n" +
  "“No ship was turned away,” Minister Ansa Kreel said. The institute had counted nine.\n\n" +
  "Fishermen told a café owner that they had seen lights at night.";

describe("reanchor", () => {
  it("is exact whatever the offset, with text put in before, behind and between", () => {
    const now = `New: 😀 an update.\n\n${TEXT.replace("Eleven", "Some said that eleven")}\n\nMore soon.`;
    expect(carried(TEXT, now, "No ship was turned away")).toEqual([
      "exact",
      "No ship was turned away",
    ]);
    expect(carried(TEXT, now, "Monday")).toEqual(["exact", "Monday"]);
    expect(carried(TEXT, now, "a café owner")).toEqual(["exact", "a café owner"]);
  });

  it("is moved when its paragraph has moved", () => {
    const [first = "", second = "", third = ""] = TEXT.split("\n\n");
    const now = [third, first, second].join("\n\n");
    expect(carried(TEXT, now, "seen lights at night")).toEqual(["moved", "seen lights at night"]);
    expect(carried(TEXT, now, "No ship was turned away")[0]).toBe("exact");
  });

  it("is changed when other words stand at its place, and says how alike they are", () => {
    const now = TEXT.replace("Eleven ships waited", "Twelve ships waited");
    const found = anchor(TEXT, now, "Eleven ships waited");
    expect(found).toMatchObject({ status: "changed" });
    expect(found.similarity).toBeGreaterThan(0.7);
    expect(carried(TEXT, now, "Eleven ships waited")).toEqual(["changed", "Twelve ships waited"]);
    const longer = TEXT.replace("Eleven ships waited", "Eleven of the ships waited");
    expect(carried(TEXT, longer, "Eleven ships waited")).toEqual([
      "changed",
      "Eleven of the ships waited",
    ]);
  });

  it("is lost when its words are gone, and in an empty text", () => {
    const lost = { status: "lost", start: null, end: null, similarity: null };
    expect(
      anchor(
        TEXT,
        TEXT.replace(" Eleven ships waited outside.", ""),
        "Eleven ships waited outside",
      ),
    ).toMatchObject(lost);
    expect(anchor(TEXT, "", "Monday")).toMatchObject(lost);
    expect(anchor(TEXT, "", TEXT)).toMatchObject(lost);
  });

  it("keeps marks whose surroundings change their typography, and calls changed those that change it themselves", () => {
    const now = TEXT.replace(/[“”]/g, '"').replace(/ /g, "\u00a0").replace("\n\n“", "\n“");
    expect(carried(TEXT, now, "institute")).toEqual(["exact", "institute"]);
    const found = anchor(TEXT, TEXT.replace(/[“”]/g, '"'), "“No ship was turned away,”");
    expect(found).toMatchObject({ status: "changed" });
    expect(found.similarity).toBeGreaterThan(0.9);
  });

  it("tells five copies of a quotation apart by what stands around them, or not at all", () => {
    const quote = "“We know nothing.”";
    const old = [
      "Alba spoke first.",
      "Then came Brun.",
      "Cato was late.",
      "Dora left.",
      "Egon slept.",
    ]
      .map((said) => `${said} ${quote}`)
      .join("\n\n");
    for (let nth = 0; nth < 5; nth++) {
      const without = old.split("\n\n").toSpliced(nth, 1).join("\n\n");
      expect(carried(old, without, quote, nth)[0]).toBe("lost");
      for (let other = 0; other < 5; other++) {
        if (other === nth) continue;
        const [status] = carried(old, without, quote, other);
        expect(["exact", "lost"]).toContain(status);
      }
    }
    const before = `${quote} ${old}`;
    expect(carried(old, before, quote, 2)).toEqual(["exact", quote]);
    expect(anchor(old, before, quote, 2).start).toBe((anchor(old, old, quote, 2).start ?? 0) + 19);
    const twins = "A word. Yes. Yes. The end of it.";
    expect(carried(twins, "A word. Yes. The end of it.", "Yes", 0)).toEqual(["lost", null]);
    expect(carried(twins, "A word. Yes. The end of it.", "Yes", 1)).toEqual(["lost", null]);
  });

  it("never cuts a grapheme cluster, and never takes a part of a word for the word", () => {
    expect(carried("He saw 👩 at the pier there.", "He saw 👩‍🚀 at the pier there.", "👩")[0]).toBe(
      "changed",
    );
    expect(carried("It was art, they said.", "It was a party, they said.", "art")[0]).not.toBe(
      "exact",
    );
    expect(carried("It was art, they said.", "It was a party, they said.", "art")[0]).not.toBe(
      "moved",
    );
  });

  it("carries single characters, signs, parts of words and whole texts", () => {
    const now = `Update. ${TEXT}`;
    expect(carried(TEXT, now, "é")).toEqual(["exact", "é"]);
    expect(carried(TEXT, now, ",")).toEqual(["exact", ","]);
    expect(carried(TEXT, now, "nister An")).toEqual(["exact", "nister An"]);
    expect(carried(TEXT, now, TEXT)).toEqual(["exact", TEXT]);
    expect(anchor(TEXT, TEXT, TEXT)).toMatchObject({ status: "exact", start: 0, similarity: 1 });
  });

  it("refuses spans that are empty or outside", () => {
    expect(() => reanchor("abc", "abc", [{ id: "a", start: 1, end: 1 }])).toThrow(RangeError);
    expect(() => reanchor("abc", "abc", [{ id: "a", start: 1, end: 4 }])).toThrow(RangeError);
  });

  it(
    "is quick on 300,000 words with many changes, and on a text that repeats itself",
    { timeout: 60_000 },
    () => {
      const words = Array.from(
        { length: 300_000 },
        (_, n) => `w${(n * 7919) % 20_011}${n % 17 === 0 ? "." : ""}`,
      );
      const now = words.flatMap((word, n) =>
        n % 97 === 0 ? ["new", word] : n % 89 === 0 ? [] : [word],
      );
      const old = words.join(" ");
      const spans = Array.from({ length: 2_000 }, (_, n) => ({
        id: `${n}`,
        start: n * 500,
        end: n * 500 + 30,
      }));
      const begun = performance.now();
      const found = reanchor(old, now.join(" "), spans);
      expect(performance.now() - begun).toBeLessThan(20_000);
      expect(found.filter(({ status }) => status === "exact").length).toBeGreaterThan(1_000);
      const same = "It is so. ".repeat(20_000);
      const again = performance.now();
      reanchor(same, `So it is. ${same}`, spans.slice(0, 300));
      expect(performance.now() - again).toBeLessThan(20_000);
    },
  );
});

it("calls a word that another one stands in for changed, however unlike", () => {
  const [before, after] = ["The plan was fair, she said.", "The plan was just, she said."];
  expect(reanchor(before, after, [{ id: "a", start: 13, end: 17 }])).toEqual([
    { id: "a", status: "changed", start: 13, end: 17, similarity: 0 },
  ]);
  expect(reanchor(before, "The plan was, she said.", [{ id: "a", start: 13, end: 17 }])).toEqual([
    { id: "a", status: "lost", start: null, end: null, similarity: null },
  ]);
});
