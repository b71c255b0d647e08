import { describe, expect, test } from "vitest";
import type { Annotation, Tag } from "#lib/annotations/model.ts";
import { linkChoices } from "./link-choices.ts";

const denial = annotation("denial", "denial", 50, "denied that ships had called");
const near = annotation("near", "claim", 60, "ships had called");
const far = annotation("far", "claim", 900, "a light breeze");
const said = annotation("said", "attribution", 45, "ships had called");
const away = {
  ...annotation("away", "claim", 3, "tankers unloaded fuel"),
  articleTitle: "Eleven tankers",
};

describe("links that make sense", () => {
  test("a denial denies claims, and is attributed by attributions; the nearest come first", () => {
    const choices = linkChoices(denial, [far, near, said, denial], [away], [], "");
    const told = choices.map(
      ({ type, isReversed, other }) => `${isReversed ? "from" : "to"} ${other.id}: ${type}`,
    );
    expect(told).toContain("to near: denies");
    expect(told).toContain("from said: attributes");
    expect(told).toContain("to away: denies");
    expect(told.indexOf("to near: denies")).toBeLessThan(told.indexOf("to far: denies"));
    expect(told).not.toContain("to denial: denies");
  });

  test("what is drawn is not offered again, also not backwards where there is no direction", () => {
    const link = {
      id: "l",
      projectId: "p",
      type: "same-claim" as const,
      from: "far",
      to: "near",
      version: 1,
      author: { id: "me", name: "Lena" },
      createdAt: "",
      updatedAt: "",
    };
    const choices = linkChoices(near, [far], [], [link], "");
    expect(choices.map(({ type }) => type)).not.toContain("same-claim");
    expect(choices.map(({ type }) => type)).toContain("contradicts");
  });

  test("all words that are sought must stand in the other's words, its article's title or the link's name", () => {
    expect(
      linkChoices(denial, [near, far], [away], [], "denies eleven").map(({ other }) => other.id),
    ).toEqual(["away"]);
    expect(
      linkChoices(denial, [near, far], [away], [], "breeze denies").map(({ other }) => other.id),
    ).toEqual(["far"]);
  });
});

function annotation(id: string, tag: Tag, start: number, exact: string): Annotation {
  return {
    id,
    articleId: "x",
    revision: 1,
    tag,
    segments: [{ role: "content", start, end: start + exact.length, exact }],
    absent: [],
    attributes: {},
    doubt: null,
    state: "draft",
    version: 1,
    author: { id: "me", name: "Lena" },
    createdAt: "",
    updatedAt: "",
  };
}
