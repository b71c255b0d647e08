import { describe, expect, it } from "vitest";
import {
  correctedContent,
  correctionFault,
  withAttribute,
  withoutWords,
  withTag,
  withWords,
  type Correction,
} from "./correction.ts";

const TEXT = "The harbour office said that eleven ships called.";
const wordsAt = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);

function span(words: string) {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

const attribution: Correction = {
  tag: "attribution",
  segments: [
    { role: "source", ...span("The harbour office"), exact: "The harbour office" },
    { role: "cue", ...span("said that"), exact: "said that" },
    { role: "content", ...span("eleven ships called"), exact: "eleven ships called" },
  ],
  absent: [],
  attributes: { manner: "indirect" },
  doubt: null,
};

describe("a correction", () => {
  it("gives a role other words and keeps those of the others", () => {
    const next = withWords(attribution, "cue", [span("said")], wordsAt);
    expect(next.segments.map(({ role, exact }) => [role, exact])).toEqual([
      ["source", "The harbour office"],
      ["cue", "said"],
      ["content", "eleven ships called"],
    ]);
  });

  it("takes shared words away from the other roles, so that segments never overlap", () => {
    const next = withWords(attribution, "content", [span("that eleven ships called")], wordsAt);
    expect(next.segments.map(({ role, exact }) => [role, exact])).toEqual([
      ["source", "The harbour office"],
      ["cue", "said"],
      ["content", "that eleven ships called"],
    ]);
  });

  it("adds words to those that a role has", () => {
    const start = withWords(attribution, "content", [span("eleven")], wordsAt);
    const next = withWords(start, "content", [span("called")], wordsAt, true);
    expect(
      next.segments.filter(({ role }) => role === "content").map(({ exact }) => exact),
    ).toEqual(["eleven", "called"]);
  });

  it("makes one piece of a cue that was selected in several", () => {
    const next = withWords(attribution, "cue", [span("said"), span("that")], wordsAt);
    expect(next.segments.filter(({ role }) => role === "cue").map(({ exact }) => exact)).toEqual([
      "said that",
    ]);
  });

  it("keeps what the other tag had while the tag changes, and sends only what the tag can have", () => {
    const claim = withTag(attribution, "claim");
    expect(correctedContent(claim)).toEqual({
      tag: "claim",
      segments: [attribution.segments[2]],
      absent: [],
      attributes: {},
      doubt: null,
    });
    expect(correctedContent(withTag(claim, "attribution"))).toEqual(attribution);
  });

  it("states that words are absent, and takes that back when they are marked", () => {
    const absent = withoutWords(attribution, "source", true);
    expect(absent.absent).toEqual(["source"]);
    expect(absent.segments).toHaveLength(2);
    expect(withWords(absent, "source", [span("office")], wordsAt).absent).toEqual([]);
  });

  it("does not send an attribute that was emptied", () => {
    const next = withAttribute(withAttribute(attribution, "who", ""), "manner", null);
    expect(correctedContent(next).attributes).toEqual({});
  });

  it("cannot be approved without content, unless the text gives none", () => {
    expect(correctionFault(attribution)).toBeNull();
    expect(correctionFault(withoutWords(attribution, "content", false))).toMatch(/content/);
    expect(correctionFault(withoutWords(attribution, "content", true))).toBeNull();
    expect(correctionFault(withTag(withoutWords(attribution, "content", true), "claim"))).toBe(
      "Mark at least some words.",
    );
  });
});
