import { z } from "zod";
import { AnnotationInput } from "#lib/annotations/model.ts";

export const REJECT_REASONS = [
  "wrong-tag",
  "wrong-boundary",
  "wrong-attribute",
  "wrong-link",
  "missing-source",
  "weak-evidence",
  "not-checkable",
  "out-of-scope",
  "duplicate",
  "other",
] as const;
export const RejectReason = z.enum(REJECT_REASONS);
export type RejectReason = z.infer<typeof RejectReason>;

export const RejectInput = z.object({
  reason: RejectReason,
  comment: z.string().trim().max(4000).nullish(),
});
export type RejectInput = z.infer<typeof RejectInput>;

/** An approval may carry the annotation as corrected: correct and approve. */
export const ApproveInput = z.object({
  annotation: AnnotationInput.optional(),
  comment: z.string().trim().max(4000).nullish(),
});
export type ApproveInput = z.infer<typeof ApproveInput>;

/** Why an approved annotation is looked at again. */
export const ReopenInput = z.object({ comment: z.string().trim().max(4000).nullish() });
export type ReopenInput = z.infer<typeof ReopenInput>;

export const MISSED_ANSWERS = ["marked", "nothing-to-mark"] as const;
export const MissedAnswer = z.enum(MISSED_ANSWERS);
export type MissedAnswer = z.infer<typeof MissedAnswer>;

export type Review = {
  id: string;
  annotationId: string;
  reviewer: { id: string; name: string };
  decision: "approve" | "reject";
  reason: RejectReason | null;
  comment: string | null;
  /** The annotation's version that was judged. */
  version: number;
  correctedVersion: number | null;
  createdAt: string;
  undoneAt: string | null;
};

/** "You missed this": words pointed out to an annotator. Offsets are code points. */
export const MissedPassageInput = z.object({
  articleId: z.uuid().toLowerCase(),
  revision: z.int().min(1).optional(),
  start: z.int().min(0),
  end: z.int().min(1),
  exact: z.string().optional(),
  annotatorId: z.uuid().toLowerCase(),
  comment: z.string().trim().max(4000).nullish(),
});
export type MissedPassageInput = z.infer<typeof MissedPassageInput>;

export type MissedPassage = {
  id: string;
  projectId: string;
  articleId: string;
  revision: number;
  start: number;
  end: number;
  exact: string;
  comment: string | null;
  annotator: { id: string; name: string };
  reviewer: { id: string; name: string };
  createdAt: string;
  answeredAt: string | null;
  answer: MissedAnswer | null;
};
