import { describe, expect, test } from "vitest";
import type { Annotation, AnnotationContent, Segment, Tag } from "#lib/annotations/model.ts";
import { addedContent, newlySaid, saidBy } from "./inside.ts";
import { withProposals } from "./proposals.ts";

function mark(
  id: string,
  tag: Tag,
  pieces: [Segment["role"], number, number, string?][],
  attributes: Annotation["attributes"] = {},
): Annotation {
  return {
    id,
    tag,
    segments: pieces.map(([role, start, end, exact = "x"]) => ({ role, start, end, exact })),
    absent: [],
    attributes,
    doubt: null,
    articleId: "article",
    revision: 1,
    state: "draft",
    version: 1,
    author: { id: "me", name: "Lena" },
    createdAt: "",
    updatedAt: "",
  };
}

const outer = mark("outer", "attribution", [
  ["source", 0, 5],
  ["cue", 6, 10],
  ["content", 11, 60],
]);
const inner = mark("inner", "attribution", [
  ["source", 11, 20],
  ["cue", 21, 25],
  ["content", 30, 60],
]);
const claim = mark("claim", "claim", [["content", 30, 50]]);

test("of two that say the same words the mark's own author keeps theirs", () => {
  const theirs = { ...inner, id: "theirs", author: { id: "milan", name: "Milan" } };
  expect(saidBy(claim, [theirs, inner])?.id).toBe("inner");
  expect(saidBy(claim, [inner, theirs])?.id).toBe("inner");
  expect(newlySaid(inner, inner.segments, [theirs, claim]).map(({ id }) => id)).toEqual(["claim"]);
  expect(newlySaid(theirs, theirs.segments, [inner, claim])).toEqual([]);
});

describe("who says a mark", () => {
  test("is the nearest attribution around it, one step at a time", () => {
    expect(saidBy(claim, [outer, inner, claim])?.id).toBe("inner");
    expect(saidBy(inner, [outer, inner, claim])?.id).toBe("outer");
    expect(saidBy(outer, [outer, inner, claim])).toBeNull();
  });

  test("is nobody whose content it leaves, and nobody who denies it", () => {
    expect(saidBy(mark("wide", "claim", [["content", 25, 50]]), [inner])).toBeNull();
    const denies = { ...outer, attributes: { commitment: "denies" as const } };
    expect(saidBy(claim, [denies])).toBeNull();
    expect(saidBy(mark("denial", "denial", [["content", 6, 60]]), [denies])?.id).toBe("outer");
  });

  test("is found for what a new piece of content takes in, and for nothing it had before", () => {
    const before = { segments: outer.segments.filter(({ role }) => role !== "content") };
    const added = addedContent(before, outer);
    expect(newlySaid(outer, added, [inner, claim]).map(({ id }) => id)).toEqual(["inner"]);
    expect(newlySaid(outer, addedContent(outer, outer), [inner, claim])).toEqual([]);
  });
});

describe("proposals", () => {
  const known = mark("known", "attribution", [["source", 0, 5, "The Ministry"]], {
    sourceType: "organisation",
    who: "Ministry of Ferries",
  });
  const content = (
    attributes: AnnotationContent["attributes"],
    said: string,
    by = "the ministry",
  ): AnnotationContent => ({
    tag: "attribution",
    segments: [
      { role: "source", start: 0, end: 5, exact: by },
      { role: "content", start: 6, end: 9, exact: said },
    ],
    absent: [],
    attributes,
    doubt: null,
  });

  test("take source type and who is meant from the same name before, but not for a pronoun", () => {
    expect(withProposals(content({}, "no"), null, [known]).attributes).toEqual({
      manner: "indirect",
      sourceType: "organisation",
      who: "Ministry of Ferries",
    });
    expect(withProposals(content({}, "no", "she"), null, [known]).attributes).toEqual({
      manner: "indirect",
    });
  });

  test("change nothing that the author has said", () => {
    const said = content({ sourceType: "outlet", manner: "mixed" }, "“no”");
    expect(withProposals(said, content({ manner: "mixed" }, "no"), [known]).attributes).toEqual({
      sourceType: "outlet",
      who: "Ministry of Ferries",
      manner: "mixed",
    });
    const proposed = content({ manner: "indirect" }, "no");
    expect(withProposals(content({ manner: "indirect" }, "“no”"), proposed, []).attributes).toEqual(
      {
        manner: "direct",
      },
    );
  });
});
