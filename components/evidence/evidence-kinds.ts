import type { Evidence } from "#lib/evidence/model.ts";

export const EVIDENCE_KIND_WORDS: Readonly<Record<Evidence["kind"], string>> = {
  passage: "passage",
  web: "web page",
  note: "note",
};
