import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnnotationContent } from "./model.ts";
import { sameAsStored, sameContent } from "./same-content.ts";
import { signatureOf } from "./signature.ts";

const base: AnnotationContent = {
  tag: "attribution",
  segments: [
    { role: "source", start: 0, end: 5, exact: "Kreel" },
    { role: "content", start: 11, end: 15, exact: "late" },
  ],
  absent: ["cue"],
  attributes: { who: "Ansa Kreel", commitment: "denies" },
  doubt: null,
};
const CHANGES: [string, Partial<AnnotationContent>][] = [
  ["tag", { tag: "claim" }],
  ["an offset", { segments: [{ ...segmentAt(0), end: 4, exact: "Kree" }, segmentAt(1)] }],
  ["a role", { segments: [{ ...segmentAt(0), role: "content" }, segmentAt(1)] }],
  ["a segment less", { segments: [segmentAt(0)] }],
  ["absent", { absent: [] }],
  ["an attribute", { attributes: { who: "Ansa Kreel" } }],
  ["an attribute's value", { attributes: { who: "Ansa Kreel", commitment: "hedges" } }],
  ["doubt", { doubt: "Is it?" }],
];

function segmentAt(n: number) {
  const found = base.segments[n];
  if (!found) throw new Error("no segment");
  return found;
}

describe("sameContent", () => {
  it("does not mind the order of attributes, nor undefined ones", () => {
    const shuffled = {
      ...base,
      attributes: { commitment: "denies" as const, kind: undefined, who: "Ansa Kreel" },
    };
    expect(sameContent(base, shuffled)).toBe(true);
  });

  for (const [what, change] of CHANGES) {
    it(`sees another ${what}`, () => {
      expect(sameContent(base, { ...base, ...change })).toBe(false);
    });
  }
});

describe("sameAsStored", () => {
  const sent = (exact?: string) => ({
    ...base,
    segments: base.segments.map(({ role, start, end }, sentAt) => ({
      role,
      start,
      end,
      sentAt,
      exact,
    })),
  });

  it("takes words that were not sent for those at the offsets", () => {
    expect(sameAsStored(base, sent())).toBe(true);
    expect(sameAsStored(base, sent("other"))).toBe(false);
  });
});

describe("signatureOf", () => {
  const segments = fc.array(
    fc.record({
      role: fc.constantFrom("content", "source", "cue"),
      start: fc.nat(50),
      end: fc.nat(50),
    }),
    {
      maxLength: 4,
    },
  );
  const marked = fc.record({ tag: fc.constantFrom("claim", "denial", "attribution"), segments });

  it("is the same for the same tag, roles and offsets only", () => {
    fc.assert(
      fc.property(marked, marked, (a, b) => {
        const isSame = JSON.stringify([a.tag, a.segments]) === JSON.stringify([b.tag, b.segments]);
        expect(signatureOf(a) === signatureOf(b)).toBe(isSame);
      }),
    );
    expect(signatureOf(base)).toMatch(/^[0-9a-f]{64}$/);
    expect(
      signatureOf({ ...base, segments: base.segments.map((s) => ({ ...s, exact: "x" })) }),
    ).toBe(signatureOf(base));
  });
});
