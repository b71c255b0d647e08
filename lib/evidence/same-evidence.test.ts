import { describe, expect, it } from "vitest";
import type { Evidence, EvidenceInput } from "./model.ts";
import { sameEvidence, viewersOf } from "./same-evidence.ts";

const every = {
  annotationId: "a",
  stance: "supports" as const,
  reason: "It says so.",
  confidential: false,
  viewers: [],
};
const kept = {
  id: "e",
  projectId: "p",
  version: 1,
  author: { id: "me", name: "Me" },
  createdAt: "",
  updatedAt: "",
};
const passage = { kind: "passage" as const, articleId: "x", start: 3, end: 7 };
const stored: Evidence = {
  ...kept,
  ...every,
  ...passage,
  articleTitle: "X",
  revision: 1,
  exact: "late",
};

describe("sameEvidence", () => {
  it("takes what was left out for what is there", () => {
    expect(sameEvidence(stored, { ...every, ...passage })).toBe(true);
    expect(sameEvidence(stored, { ...every, ...passage, revision: 1, exact: "late" })).toBe(true);
  });

  const others: [string, EvidenceInput][] = [
    ["words", { ...every, ...passage, exact: "soon" }],
    ["offsets", { ...every, ...passage, end: 8 }],
    ["revision", { ...every, ...passage, revision: 2 }],
    ["stance", { ...every, ...passage, stance: "refutes" }],
    ["reason", { ...every, ...passage, reason: "" }],
    ["confidentiality", { ...every, ...passage, confidential: true }],
    ["annotation", { ...every, ...passage, annotationId: "b" }],
    ["kind", { ...every, kind: "note", note: "late" }],
  ];
  for (const [what, input] of others) {
    it(`sees another ${what}`, () => expect(sameEvidence(stored, input)).toBe(false));
  }

  it("takes an empty quotation for none", () => {
    const web: Evidence = {
      ...kept,
      ...every,
      kind: "web",
      url: "https://a.example/",
      quotation: null,
    };
    expect(
      sameEvidence(web, { ...every, kind: "web", url: "https://a.example/", quotation: "" }),
    ).toBe(true);
  });
});

describe("viewersOf", () => {
  const note = { ...every, kind: "note" as const, note: "n" };
  it("names each once, and not the author; nobody for what is not confidential", () => {
    expect(
      viewersOf({ ...note, confidential: true, viewers: ["c", "b", "c", "me"] }, "me"),
    ).toEqual(["b", "c"]);
    expect(viewersOf({ ...note, viewers: ["b"] }, "me")).toEqual([]);
  });
});
