import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkContent,
  checkWords,
  missingForReview,
  type PlainContent,
  type Written,
} from "./check-content.ts";
import type { SegmentInput, Tag } from "./model.ts";

function written(given: Partial<Written>): Written {
  return {
    tag: "claim",
    segments: [segment(0, 5)],
    absent: [],
    attributes: {},
    doubt: null,
    ...given,
  };
}

function segment(
  start: number,
  end: number,
  role: SegmentInput["role"] = "content",
  exact?: string,
): SegmentInput {
  return { role, start, end, ...(exact !== undefined && { exact }) };
}

function faults(given: Partial<Written>): Record<string, string> {
  const checked = checkContent(written(given));
  return "fields" in checked ? checked.fields : {};
}

function content(given: Partial<Written>): PlainContent {
  const checked = checkContent(written(given));
  if ("fields" in checked) throw new Error(JSON.stringify(checked.fields));
  return checked.content;
}

describe("checkContent", () => {
  it("puts segments in reading order and remembers where each was sent", () => {
    const { segments } = content({
      tag: "attribution",
      segments: [segment(20, 30), segment(0, 5, "source"), segment(6, 9, "cue")],
    });
    expect(segments.map(({ role, sentAt }) => [role, sentAt])).toEqual([
      ["source", 1],
      ["cue", 2],
      ["content", 0],
    ]);
  });

  it("takes segments that touch, and refuses those that share a character, whatever their roles", () => {
    expect(faults({ segments: [segment(5, 9), segment(0, 5)] })).toEqual({});
    expect(Object.keys(faults({ segments: [segment(0, 6), segment(5, 9)] }))).toEqual([
      "segments.1",
    ]);
    expect(
      Object.keys(faults({ tag: "attribution", segments: [segment(0, 20), segment(3, 5, "cue")] })),
    ).toEqual(["segments.1"]);
  });

  it("finds an overlap with a long segment that lies behind a short one", () => {
    expect(
      Object.keys(faults({ segments: [segment(0, 50), segment(60, 61), segment(40, 45)] })),
    ).toEqual(["segments.2"]);
  });

  it("refuses an empty span and one that ends before it starts", () => {
    expect(Object.keys(faults({ segments: [segment(4, 4), segment(9, 7)] })).sort()).toEqual([
      "segments.0.end",
      "segments.1.end",
    ]);
  });

  it("takes source and cue on an attribution only, and one cue", () => {
    for (const tag of ["claim", "denial"] as const) {
      expect(
        Object.keys(faults({ tag, segments: [segment(0, 2, "cue"), segment(3, 4, "source")] })),
      ).toEqual(["segments.0.role", "segments.1.role"]);
    }
    const two = [segment(0, 2, "cue"), segment(3, 4, "cue")];
    expect(Object.keys(faults({ tag: "attribution", segments: two }))).toEqual(["segments.1.role"]);
    const sources = [segment(0, 2, "source"), segment(3, 4, "source")];
    expect(faults({ tag: "attribution", segments: sources })).toEqual({});
  });

  it("takes absent roles on an attribution only, once each, and not beside their segment", () => {
    expect(Object.keys(faults({ absent: ["source"] }))).toEqual(["absent"]);
    expect(Object.keys(faults({ tag: "attribution", absent: ["content"] }))).toEqual(["absent"]);
    const { absent } = content({ tag: "attribution", absent: ["cue", "source", "cue"] });
    expect(absent).toEqual(["source", "cue"]);
  });

  it("takes the attributes of the tag only, trimmed", () => {
    expect(content({ attributes: { wording: "  the ferry was late " } }).attributes).toEqual({
      wording: "the ferry was late",
    });
    expect(faults({ attributes: { form: "flat" } })).toEqual({
      "attributes.form": "A claim has no such attribute.",
    });
    expect(faults({ tag: "denial", attributes: { form: "loud" } })["attributes.form"]).toContain(
      "evasion",
    );
    expect(Object.keys(faults({ tag: "attribution", attributes: { saidOn: "2026-13" } }))).toEqual([
      "attributes.saidOn",
    ]);
  });

  it("tells several faults at once", () => {
    const all = faults({
      segments: [segment(0, 2, "cue"), segment(1, 1)],
      absent: ["cue"],
      attributes: { x: 1 },
    });
    expect(Object.keys(all).sort()).toEqual([
      "absent",
      "attributes.x",
      "segments.0.role",
      "segments.1.end",
    ]);
  });

  it("accepts exactly what does not overlap, in any order", () => {
    const spans = fc.array(
      fc
        .record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) })
        .map((s) => segment(s.start, s.start + s.length)),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, (segments) => {
        const points = segments.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, n) => start + n),
        );
        const isApart = new Set(points).size === points.length;
        const checked = checkContent(written({ segments }));
        expect("content" in checked).toBe(isApart);
        if ("content" in checked) {
          const starts = checked.content.segments.map(({ start }) => start);
          expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});

describe("checkWords", () => {
  const words = (given: Partial<Written>, found: (string | null)[]) =>
    checkWords(content(given), found);

  it("puts the text's own words in", () => {
    expect(words({ segments: [segment(3, 7)] }, ["🚢 is"])).toMatchObject({
      content: { segments: [{ role: "content", start: 3, end: 7, exact: "🚢 is" }] },
    });
  });

  it("refuses words other than those that were sent, at the place where they were sent", () => {
    const sent = { segments: [segment(9, 12, "content", "two"), segment(0, 3, "content", "one")] };
    expect(words(sent, ["one", "too"])).toEqual({
      fields: { "segments.0.exact": "The text says “too” at these offsets." },
    });
  });

  it("refuses what leaves the text, and white space", () => {
    expect(words({ segments: [segment(3, 7)] }, ["abc"])).toEqual({
      fields: { "segments.0.end": "This lies outside the text." },
    });
    expect(words({ segments: [segment(3, 7)] }, [null])).toHaveProperty("fields");
    expect(words({ segments: [segment(3, 6)] }, [" \n\u00a0"])).toHaveProperty([
      "fields",
      "segments.0",
    ]);
  });

  it("does not repeat a whole article in its refusal", () => {
    const long = "word ".repeat(1000).trimEnd();
    const refused = words({ segments: [segment(0, long.length, "content", "x")] }, [long]);
    expect(JSON.stringify(refused).length).toBeLessThan(200);
  });
});

describe("missingForReview", () => {
  const of = (tag: Tag, segments: SegmentInput[], absent: Written["absent"] = []) =>
    missingForReview(content({ tag, segments, absent }));

  it("wants content, unless an attribution declares it absent", () => {
    expect(of("claim", [segment(0, 3)])).toBeNull();
    expect(of("attribution", [segment(0, 3, "source")])).toContain("Mark the words");
    expect(of("attribution", [segment(0, 3, "source")], ["content"])).toBeNull();
    expect(of("attribution", [segment(0, 3)])).toBeNull();
  });
});
