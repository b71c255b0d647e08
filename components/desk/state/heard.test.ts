import { expect, test } from "vitest";
import type { Annotation, SegmentRole } from "#lib/annotations/model.ts";
import { type Covering, heardBetween } from "./heard.ts";

function covering(
  tag: Annotation["tag"],
  roles: readonly SegmentRole[] = ["content"],
  author = { id: "ana", name: "Ana" },
): Covering[] {
  const segments = roles.map((role, at) => ({ role, start: at, end: at + 1, exact: "x" }));
  const content = { tag, segments, absent: [], attributes: {}, doubt: null };
  const place = { articleId: "x", revision: 1, state: "draft" as const, version: 1 };
  const dates = { createdAt: "", updatedAt: "" };
  const annotation = { id: `${tag} ${author.id}`, ...content, ...place, author, ...dates };
  return segments.map((segment) => ({ annotation, segment }));
}

test("says what ends, and what begins with its state and author", () => {
  const [claim, denial] = [covering("claim"), covering("denial", ["content"], ME)];
  expect(heardBetween([], [], "me")).toBe("");
  expect(heardBetween(claim, denial, "me")).toBe("Claim ends. Denial begins, draft, by you.");
  expect(heardBetween([], claim, "me")).toBe("Claim begins, draft, by Ana.");
  expect(heardBetween(claim, claim, "me")).toBe("");
});

test("tells the parts of an attribution, and the pieces of its content, apart", () => {
  const [source, first, , second] = covering("attribution", [
    "source",
    "content",
    "cue",
    "content",
  ]).map((each) => [each]);
  expect(heardBetween(source ?? [], first ?? [], "me")).toBe(
    "Source of an attribution ends. Attribution, piece 1, begins, draft, by Ana.",
  );
  expect(heardBetween(second ?? [], [], "me")).toBe("Attribution, piece 2, ends.");
});

test("says few of many", () => {
  const many = ["a", "b", "c", "d", "e"].flatMap((id) =>
    covering("claim", ["content"], { id, name: id }),
  );
  expect(heardBetween([], many, "me")).toMatch(/by c\. And 2 more\.$/);
});

const ME = { id: "me", name: "Lena" };
