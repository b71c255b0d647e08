import { describe, expect, it } from "vitest";
import { TAGS, type Tag } from "#lib/annotations/model.ts";
import { mayStandAt, TAGS_OF_LINK_ENDS } from "#lib/annotations/tags-of-link-ends.ts";
import { DIRECTIONS, linkTypesBetween, misfitOf } from "./directions.ts";
import { LINK_TYPES, type LinkType } from "./model.ts";

/** From → to, as the scheme has it. */
const EXPECTED: Record<Tag, Record<Tag, LinkType[]>> = {
  claim: { claim: ["same-claim", "narrows", "contradicts"], denial: [], attribution: [] },
  denial: { claim: ["denies"], denial: ["denies"], attribution: ["denies"] },
  attribution: { claim: ["attributes"], denial: ["attributes"], attribution: ["attributes"] },
};

describe("what links may tie", () => {
  for (const from of TAGS) {
    for (const to of TAGS) {
      it(`${from} → ${to}: ${EXPECTED[from][to].join(", ") || "nothing"}`, () => {
        expect(linkTypesBetween(from, to)).toEqual(EXPECTED[from][to]);
        for (const type of LINK_TYPES) {
          expect(misfitOf(type, from, to) === null).toBe(EXPECTED[from][to].includes(type));
        }
      });
    }
  }

  it("knows every kind of link, and no other", () => {
    expect(Object.keys(DIRECTIONS)).toEqual([...LINK_TYPES]);
    expect(Object.keys(TAGS_OF_LINK_ENDS)).toEqual([...LINK_TYPES]);
    expect(mayStandAt("toString", "from", "claim")).toBeNull();
  });

  it("says what would fit", () => {
    expect(misfitOf("denies", "claim", "claim")).toContain(
      "from a denial to a claim or denial or attribution",
    );
  });
});
