import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf } from "./difference.ts";
import type { AnnotationContent, Segment, SegmentRole } from "./model.ts";
import { sameContent } from "./same-content.ts";

const base: AnnotationContent = {
  tag: "claim",
  segments: [{ role: "content", start: 10, end: 14, exact: "late" }],
  absent: [],
  attributes: { kind: "event" },
  doubt: null,
};
const at = (role: SegmentRole, start: number, end: number): Segment => ({
  role,
  start,
  end,
  exact: `${start}-${end}`,
});

describe("differenceOf", () => {
  it("finds nothing between equal contents", () => {
    expect(
      differenceOf(base, { ...base, attributes: { kind: "event", wording: undefined } }),
    ).toEqual([]);
  });

  it("reads a moved edge as one change", () => {
    const after = { ...base, segments: [at("content", 6, 14)] };
    expect(differenceOf(base, after)).toEqual([
      { what: "segment", role: "content", before: base.segments[0], after: after.segments[0] },
    ]);
  });

  it("reads a segment elsewhere, or of another role, as one gone and one new", () => {
    const after: AnnotationContent = {
      ...base,
      tag: "attribution",
      segments: [at("cue", 10, 14), at("content", 20, 24)],
    };
    expect(differenceOf(base, after)).toEqual([
      { what: "tag", before: "claim", after: "attribution" },
      { what: "segment", role: "content", before: base.segments[0], after: null },
      { what: "segment", role: "cue", before: null, after: after.segments[0] },
      { what: "segment", role: "content", before: null, after: after.segments[1] },
    ]);
  });

  it("tells attributes by name, what is absent, and the doubt", () => {
    const after: AnnotationContent = {
      ...base,
      absent: ["cue"],
      attributes: { worthChecking: "yes" },
      doubt: "Who was late?",
    };
    expect(differenceOf(base, after)).toEqual([
      { what: "absent", role: "cue", before: false, after: true },
      { what: "attribute", name: "kind", before: "event", after: null },
      { what: "attribute", name: "worthChecking", before: null, after: "yes" },
      { what: "doubt", before: null, after: "Who was late?" },
    ]);
  });

  it("is empty exactly when the contents are the same", () => {
    const contents = fc.record({
      tag: fc.constantFrom("claim" as const, "attribution" as const),
      segments: fc
        .array(
          fc.record({
            role: fc.constantFrom("content" as const, "cue" as const),
            start: fc.nat(4),
          }),
          { maxLength: 3 },
        )
        .map((list) => list.map(({ role, start }, n) => at(role, n * 10 + start, n * 10 + 6))),
      absent: fc.constantFrom<SegmentRole[]>([], ["source"]),
      attributes: fc.constantFrom(
        {},
        { who: "Ansa" },
        { who: "Ansa", commitment: "denies" as const },
      ),
      doubt: fc.constantFrom(null, "?"),
    });
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        expect(differenceOf(before, after).length === 0).toBe(sameContent(before, after));
      }),
    );
  });
});
