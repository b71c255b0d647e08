import type { RejectReason } from "#lib/review/model.ts";

/** Why an annotation is sent back, as people read it; the number key that chooses it. */
export const REJECT_REASON_LOOKS: Readonly<Record<RejectReason, { word: string; key: string }>> = {
  "wrong-tag": { word: "wrong tag", key: "1" },
  "wrong-boundary": { word: "wrong boundary", key: "2" },
  "wrong-attribute": { word: "wrong attribute", key: "3" },
  "wrong-link": { word: "wrong link", key: "4" },
  "missing-source": { word: "missing source", key: "5" },
  "weak-evidence": { word: "weak evidence", key: "6" },
  "not-checkable": { word: "not checkable", key: "7" },
  "out-of-scope": { word: "out of scope", key: "8" },
  duplicate: { word: "duplicate", key: "9" },
  other: { word: "other", key: "0" },
};
