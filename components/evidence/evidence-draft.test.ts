import { describe, expect, it } from "vitest";
import type { Evidence } from "#lib/evidence/model.ts";
import { checkDraft, draftOf, EvidenceDraft, isWritten, newDraft } from "./evidence-draft.ts";

const ID = "01931f5e-0000-7000-8000-000000000001";
const ANNOTATION = "01931f5e-0000-7000-8000-000000000002";
const ARTICLE = "01931f5e-0000-7000-8000-000000000003";

const passage: Evidence = {
  id: ID,
  projectId: "p",
  annotationId: ANNOTATION,
  kind: "passage",
  stance: "refutes",
  reason: "It names four ships only.",
  confidential: true,
  viewers: ["01931f5e-0000-7000-8000-000000000004"],
  version: 3,
  author: { id: "lena", name: "Lena Ost" },
  createdAt: "2031-05-03T10:00:00.000Z",
  updatedAt: "2031-05-03T10:00:00.000Z",
  articleId: ARTICLE,
  articleTitle: "What the harbour shows",
  revision: 1,
  start: 10,
  end: 14,
  exact: "four",
};

describe("an evidence draft", () => {
  it("sends what an item says when nothing was changed", () => {
    expect(checkDraft(draftOf(passage), ANNOTATION)).toEqual({
      input: {
        annotationId: ANNOTATION,
        kind: "passage",
        stance: "refutes",
        reason: "It names four ships only.",
        confidential: true,
        viewers: ["01931f5e-0000-7000-8000-000000000004"],
        articleId: ARTICLE,
        revision: 1,
        start: 10,
        end: 14,
        exact: "four",
      },
    });
  });

  it("asks for what is missing, beside the field", () => {
    const draft = newDraft(ID);
    expect(checkDraft(draft, ANNOTATION)).toEqual({
      fields: {
        stance: "Say what it does to the words.",
        passage: "Find the passage and choose its words.",
      },
    });
    expect(checkDraft({ ...draft, stance: "context", kind: "note" }, ANNOTATION)).toEqual({
      fields: { note: "Write the note." },
    });
  });

  it("takes only full addresses", () => {
    const draft = { ...newDraft(ID), kind: "web" as const, stance: "context" as const };
    const refused = checkDraft({ ...draft, url: "harbour.example/list" }, ANNOTATION);
    expect(refused).toEqual({
      fields: { url: "Give a full address that begins with http or https." },
    });
    expect(
      checkDraft({ ...draft, url: " https://harbour.example/list " }, ANNOTATION),
    ).toMatchObject({ input: { url: "https://harbour.example/list", quotation: null } });
  });

  it("knows whether there is anything to lose", () => {
    expect(isWritten(newDraft(ID))).toBe(false);
    expect(isWritten({ ...newDraft(ID), reason: "It" })).toBe(true);
  });

  it("survives being kept as JSON", () => {
    const draft = draftOf(passage);
    expect(EvidenceDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });
});
