import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ATTRIBUTES_OF_TAG } from "#lib/annotations/model.ts";
import { clean, type Cleaned } from "#lib/cleanup/clean.ts";
import { hasOverlap, overlaps } from "#lib/text/span.ts";
import { DEMO_ARTICLES } from "./articles.ts";
import { DEMO_EVIDENCE } from "./evidence.ts";
import { DEMO_LINKS } from "./links.ts";
import { locateOnce, locateSegments } from "./locate-segments.ts";
import type { DemoContent, DemoMark } from "./mark-types.ts";
import { DEMO_MARKS } from "./marks.ts";
import { DEMO_PEOPLE } from "./people.ts";

const cleaned = new Map(DEMO_ARTICLES.map(({ file }) => [file, cleanedOf(file)]));
const texts = new Map([...cleaned].map(([file, { text }]) => [file, text]));
const marks = new Map(DEMO_MARKS.flatMap((each) => each.marks.map((mark) => [mark.key, mark])));

describe("articles", () => {
  test("each has its file", () => {
    for (const { file } of DEMO_ARTICLES) expect(existsSync(urlOf(file)), file).toBe(true);
  });

  test("keep the faults that they are there for", () => {
    expect(raw("sahrin-flag.txt").subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(raw("sahrin-flag.txt").toString()).toMatch(/\p{Script=Arabic}{4}/u);
    const shipowner = raw("shipowner-shelter.txt").toString();
    expect(shipowner.match(/\r\n/g)?.length).toBeGreaterThan(10);
    expect(shipowner).not.toMatch(/[^\r]\n/);
    expect(shipowner).toContain("Émile Cáradec".normalize("NFD"));
    const analysis = raw("what-the-harbour-shows.txt").toString();
    expect(analysis).toContain("Émile Cáradec".normalize("NFC"));
    expect(raw("minister-speaks.txt").toString().trim()).not.toContain("\n");
    expect(raw("parliament-live.txt").toString()).toMatch(/\u200D.*👏🏽|👏🏽[^]*\u200D/u);
  });
});

describe("marks", () => {
  for (const { article, marks: own, missed = [] } of DEMO_MARKS) {
    test(`of ${article} stand where they say, in parts that do not overlap`, () => {
      const text = texts.get(article) ?? "";
      for (const mark of own) {
        for (const content of contentsOf(mark)) {
          const located = locateSegments(text, content);
          expect(hasOverlap(located), mark.key).toBe(false);
          for (const { exact } of located) expect(exact, mark.key).toBe(exact.trim());
        }
      }
      for (const { quote } of missed) locateOnce(text, quote);
    });
  }

  test("lie outside what the clean-up folds away", () => {
    for (const { article, marks: own } of DEMO_MARKS) {
      const { text, blocks } = cleaned.get(article) ?? { text: "", blocks: [] };
      const folded = blocks.filter(({ boilerplate }) => boilerplate !== null);
      for (const mark of own) {
        for (const segment of locateSegments(text, mark)) {
          const hit = folded.find((block) => overlaps(block, segment));
          expect(hit, `${mark.key}: ${segment.exact}`).toBeUndefined();
        }
      }
    }
  });

  test("carry attributes of their tag, one cue at most, and roles that their tag has", () => {
    for (const mark of marks.values()) {
      for (const { tag, attributes, segments, absent = [] } of contentsOf(mark)) {
        ATTRIBUTES_OF_TAG[tag].parse(attributes);
        const roles = segments.map(({ role }) => role);
        expect(roles.filter((role) => role === "cue").length, mark.key).toBeLessThan(2);
        if (tag !== "attribution") expect(new Set(roles), mark.key).toEqual(new Set(["content"]));
        for (const role of absent) expect(roles, mark.key).not.toContain(role);
        expect([...roles, ...absent], mark.key).toContain("content");
      }
    }
  });

  test("have keys of their own, and no one marks the same words twice with one tag", () => {
    const keys = DEMO_MARKS.flatMap((each) => each.marks.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    const signatures = DEMO_MARKS.flatMap(({ article, marks: own }) =>
      own.map((mark) => {
        const spans = locateSegments(texts.get(article) ?? "", mark);
        return JSON.stringify([article, mark.author, mark.tag, spans]);
      }),
    );
    expect(new Set(signatures).size).toBe(signatures.length);
  });

  test("are decided exactly when their state says so, by somebody else with the right", () => {
    for (const { key, author, state, review, history = [] } of marks.values()) {
      expect(review !== undefined, key).toBe(state === "approved" || state === "rejected");
      if (review) expect(review.decision === "reject", key).toBe(state === "rejected");
      const ends = history.map(({ end }) => end);
      for (const by of [review, ...ends].flatMap((each) => (each && "by" in each ? each.by : []))) {
        expect(by, key).not.toBe(author);
        expect(["reviewer", "manager"]).toContain(DEMO_PEOPLE[by].memberRole);
      }
    }
  });

  test("show every state, tag and form of denial", () => {
    const all = [...marks.values()];
    expect(new Set(all.map(({ state }) => state)).size).toBe(5);
    expect(new Set(all.map(({ tag }) => tag)).size).toBe(3);
    expect(valuesOf(all, "form").size).toBe(5);
    expect(valuesOf(all, "sourceType").size).toBe(6);
    expect(valuesOf(all, "commitment").size).toBe(8);
  });
});

test("links go from and to what their type allows", () => {
  const said = ["claim", "denial", "attribution"];
  const allowed = {
    denies: { from: ["denial"], to: said },
    attributes: { from: ["attribution"], to: said },
    "same-claim": { from: ["claim"], to: ["claim"] },
    narrows: { from: ["claim"], to: ["claim"] },
    contradicts: { from: ["claim"], to: ["claim"] },
  };
  for (const { type, from, to } of DEMO_LINKS) {
    expect(allowed[type].from, `${from} ${type} ${to}`).toContain(marks.get(from)?.tag);
    expect(allowed[type].to, `${from} ${type} ${to}`).toContain(marks.get(to)?.tag);
    expect(from).not.toBe(to);
    expect(marks.get(from)?.state).not.toBe("withdrawn");
  }
  const pairs = DEMO_LINKS.map(({ type, from, to }) => `${type} ${[from, to].sort().join(" ")}`);
  expect(new Set(pairs).size).toBe(pairs.length);
});

test("evidence lies on marks that are there, and its passages stand where they say", () => {
  for (const item of DEMO_EVIDENCE) {
    expect(marks.has(item.on), item.on).toBe(true);
    if (item.kind === "passage") locateOnce(texts.get(item.article) ?? "", item.quote);
  }
  expect(DEMO_EVIDENCE.some(({ confidentialTo }) => confidentialTo)).toBe(true);
});

test("work is told for known articles, and one article is left for the newcomer", () => {
  const told = new Set(DEMO_MARKS.map(({ article }) => article));
  for (const article of told) expect(texts.has(article), article).toBe(true);
  expect([...texts.keys()].filter((file) => !told.has(file))).toEqual(["pilots-account.txt"]);
});

function contentsOf(mark: DemoMark): DemoContent[] {
  const earlier = (mark.history ?? []).map(({ content }) => content);
  const corrected = mark.review?.decision === "correct" ? [mark.review.corrected] : [];
  return [mark, ...earlier, ...corrected];
}

function valuesOf(all: readonly DemoMark[], attribute: string): Set<unknown> {
  const values = all.map(({ attributes }) => new Map(Object.entries(attributes)).get(attribute));
  return new Set(values.filter((value) => value !== undefined));
}

function urlOf(file: string): URL {
  return new URL(`articles/${file}`, import.meta.url);
}

function raw(file: string): Buffer {
  return readFileSync(urlOf(file));
}

function cleanedOf(file: string): Cleaned {
  return clean({ bytes: raw(file), name: file });
}
