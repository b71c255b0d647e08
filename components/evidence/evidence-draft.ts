import { z } from "zod";
import { EvidenceInput, Stance, type Evidence } from "#lib/evidence/model.ts";

export const EVIDENCE_KINDS = ["passage", "web", "note"] as const;

const PassageChosen = z.object({
  articleId: z.string(),
  title: z.string(),
  revision: z.number(),
  start: z.number(),
  end: z.number(),
  exact: z.string(),
});
/** Words of an article as they were chosen. Offsets are code points. */
export type PassageChosen = z.infer<typeof PassageChosen>;

/** Evidence while it is being written: whatever was typed, of every kind. */
export const EvidenceDraft = z.object({
  id: z.string(),
  /** The version that is being changed; null for a new item. */
  base: z.number().nullable(),
  kind: z.enum(EVIDENCE_KINDS),
  stance: Stance.nullable(),
  reason: z.string(),
  confidential: z.boolean(),
  viewers: z.array(z.string()),
  query: z.string(),
  passage: PassageChosen.nullable(),
  url: z.string(),
  quotation: z.string(),
  note: z.string(),
});
export type EvidenceDraft = z.infer<typeof EvidenceDraft>;

export type EvidenceFields = Readonly<Record<string, string>>;

export function newDraft(id: string): EvidenceDraft {
  return {
    id,
    base: null,
    kind: "passage",
    stance: null,
    reason: "",
    confidential: false,
    viewers: [],
    query: "",
    passage: null,
    url: "",
    quotation: "",
    note: "",
  };
}

/** An item as it is opened to be changed. */
export function draftOf(item: Evidence): EvidenceDraft {
  const { id, version: base, kind, stance, reason, confidential, viewers } = item;
  const every = { ...newDraft(id), base, kind, stance, reason, confidential, viewers };
  switch (item.kind) {
    case "note":
      return { ...every, note: item.note };
    case "web":
      return { ...every, url: item.url, quotation: item.quotation ?? "" };
    case "passage": {
      const { articleId, articleTitle: title, revision, start, end, exact } = item;
      return { ...every, passage: { articleId, title, revision, start, end, exact } };
    }
  }
}

/** What is sent of a draft, or a sentence for each field that is not as it must be. */
export function checkDraft(
  draft: EvidenceDraft,
  annotationId: string,
): { input: EvidenceInput } | { fields: EvidenceFields } {
  const fields: Record<string, string> = {};
  if (draft.stance === null) fields.stance = "Say what it does to the words.";
  if (draft.kind === "passage" && draft.passage === null) {
    fields.passage = "Find the passage and choose its words.";
  }
  if (draft.kind === "web" && draft.url.trim() === "") {
    fields.url = "Give the address of the page.";
  }
  if (draft.kind === "note" && draft.note.trim() === "") fields.note = "Write the note.";
  if (Object.keys(fields).length > 0) return { fields };
  const parsed = EvidenceInput.safeParse(sentOf(draft, annotationId));
  if (parsed.success) return { input: parsed.data };
  for (const issue of parsed.error.issues) fields[String(issue.path[0])] ??= issue.message;
  return { fields };
}

/** Whether anything was written that would be missed. */
export function isWritten(draft: EvidenceDraft): boolean {
  const { reason, passage, url, quotation, note, query } = draft;
  return (
    passage !== null || [reason, url, quotation, note, query].some((text) => text.trim() !== "")
  );
}

function sentOf(draft: EvidenceDraft, annotationId: string): unknown {
  const { kind, stance, reason, confidential, viewers } = draft;
  const every = { annotationId, kind, stance, reason, confidential, viewers };
  if (kind === "note") return { ...every, note: draft.note };
  if (kind === "web")
    return { ...every, url: draft.url.trim(), quotation: draft.quotation || null };
  const { title: _, ...passage } = draft.passage ?? { title: "" };
  return { ...every, ...passage };
}
