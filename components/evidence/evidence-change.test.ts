import { describe, expect, test } from "vitest";
import type { Evidence } from "#lib/evidence/model.ts";
import {
  evidenceAt,
  evidenceRequest,
  evidenceSubjects,
  evidenceWith,
  inverseOfEvidence,
  type EvidenceChange,
} from "./evidence-change.ts";

const place = { projectId: "p", me: { id: "me", name: "Lena" } };
const input = {
  kind: "passage",
  annotationId: "a",
  stance: "refutes",
  reason: "It says the opposite.",
  confidential: false,
  viewers: ["ana"],
  articleId: "other",
  revision: 2,
  start: 5,
  end: 9,
  exact: "gate",
} as const;
const put = {
  kind: "put-evidence",
  id: "e",
  input: { ...input, viewers: [...input.viewers] },
  articleTitle: "The lock of Osk",
} satisfies EvidenceChange;
const gone: EvidenceChange = { kind: "delete-evidence", id: "e", annotationId: "a" };

function after(held: Evidence | null, changes: readonly EvidenceChange[], isRefused = false) {
  return evidenceWith(
    held,
    changes.map((change) => ({ change, madeAt: 0, isRefused })),
    place,
  );
}

function standing(item: Evidence | null) {
  return { evidence: () => item, isMe: (id: string) => id === "me" };
}

describe("evidence on its way", () => {
  test("is seen at once, with the version that it will have, and nobody named for what all may see", () => {
    const item = after(null, [put]);
    expect(item).toMatchObject({
      kind: "passage",
      version: 1,
      author: place.me,
      articleTitle: "The lock of Osk",
      exact: "gate",
      viewers: [],
    });
    const changed = { ...put, input: { ...put.input, stance: "context" as const } };
    expect(after(item, [changed])).toMatchObject({ stance: "context", version: 2 });
  });

  test("is gone at once when it was taken away, and stands when that was refused", () => {
    const item = after(null, [put]);
    expect(after(item, [gone])).toBeNull();
    expect(after(item, [gone], true)).toEqual(item);
    // What was written is not lost with its refusal.
    expect(after(null, [put], true)).toMatchObject({ exact: "gate" });
  });

  test("goes to the server without what only the screen needs, behind its annotation", () => {
    expect(evidenceSubjects(put)).toEqual(["e", "a"]);
    expect(evidenceSubjects(gone)).toEqual(["e", "a"]);
    expect(evidenceRequest(put)).toEqual({ method: "PUT", path: "/evidence/e", body: put.input });
    expect(evidenceRequest(gone).method).toBe("DELETE");
  });
});

describe("undoing evidence", () => {
  test("takes away what was added, and brings back what was changed or taken away", () => {
    expect(inverseOfEvidence(put, standing(null))).toEqual([gone]);
    const item = after(null, [put]);
    for (const change of [gone, { ...put, input: { ...put.input, reason: "Another." } }]) {
      const back = inverseOfEvidence(change, standing(item));
      const again = after(after(item, [change]), back);
      expect(evidenceAt(put, standing(again))).toBe(evidenceAt(put, standing(item)));
    }
  });

  test("never puts another's evidence in one's own name", () => {
    const hers = after(null, [put]);
    const theirs = hers && { ...hers, author: { id: "ana", name: "Ana" } };
    expect(inverseOfEvidence(gone, standing(theirs))).toEqual([]);
  });

  test("sees whether somebody has gone on from what was left", () => {
    const item = after(null, [put]);
    const left = evidenceAt(put, standing(item));
    const answered = item && { ...item, version: 4, updatedAt: "2026-11-22T10:00:00.000Z" };
    expect(evidenceAt(put, standing(answered))).toBe(left);
    expect(evidenceAt(put, standing(item && { ...item, reason: "No." }))).not.toBe(left);
    expect(evidenceAt(put, standing(null))).toBe("");
  });
});
