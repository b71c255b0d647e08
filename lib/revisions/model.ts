import { z } from "zod";
import type { Origin } from "#lib/articles/save-revision.ts";
import type { AnnotationState, SegmentRole, Tag } from "#lib/annotations/model.ts";
import { REANCHOR_STATUSES } from "#lib/text/reanchor/reanchor.ts";

/** What became of a mark's words; of several segments, the worst. */
export const CarryStatus = z.enum(REANCHOR_STATUSES);
export type CarryStatus = z.infer<typeof CarryStatus>;

/** How a mark that waited for a person was dealt with. */
export const SETTLEMENTS = ["placed", "marked", "left", "superseded"] as const;
export const Settlement = z.enum(SETTLEMENTS);
export type Settlement = z.infer<typeof Settlement>;

/** What a person decides: put it on the proposed words, or leave it on the old revision for good. */
export const SettleInput = z.object({ settlement: z.enum(["placed", "left"]) });
export type SettleInput = z.infer<typeof SettleInput>;

/** One segment of a mark: where it stood, and where its words, or what is in their place, stand now. */
export const CarriedSegment = z.object({
  role: z.enum(["content", "source", "cue"]),
  /** On the revision that the mark comes from. Code points. */
  from: z.object({ start: z.int(), end: z.int(), exact: z.string() }),
  status: CarryStatus,
  /** On the new revision; null when lost. */
  start: z.int().nullable(),
  end: z.int().nullable(),
  /** The words there; null when lost. */
  exact: z.string().nullable(),
  similarity: z.number().nullable(),
});
export type CarriedSegment = z.infer<typeof CarriedSegment>;

/** What became of an annotation, or of an evidence passage, with a new revision. */
export type Carry = {
  id: string;
  articleId: string;
  /** The number of the new revision. */
  revision: number;
  /** The number of the revision on which the mark stands now. */
  from: number;
  status: CarryStatus;
  segments: CarriedSegment[];
  /** Null while it waits for a person; exact and moved ones wait for nobody. */
  settlement: Settlement | null;
  settledAt: string | null;
  settledBy: { id: string; name: string } | null;
  createdAt: string;
  /** The annotation as it is now; null for evidence. */
  annotation: {
    id: string;
    tag: Tag;
    state: AnnotationState;
    version: number;
    revision: number;
    author: { id: string; name: string };
  } | null;
  /** The evidence item as it is now; null for an annotation. */
  evidence: { id: string; annotationId: string; version: number; revision: number } | null;
};

/** How many marks of each status a revision has touched, and how many of them still wait. */
export type CarryCounts = Record<CarryStatus, number> & { waiting: number };

/** One state of an article, in a list of them. */
export type RevisionSummary = {
  number: number;
  isCurrent: boolean;
  /** SHA-256 of the text, and its length in code points. */
  hash: string;
  length: number;
  origin: Origin;
  extractor: string | null;
  extractorVersion: string | null;
  /** When the bytes were got from an address; null for what was brought. */
  retrievedAt: string | null;
  createdAt: string;
  carries: CarryCounts;
};

/** "This outlet changed what it said at 14:05, and these marks are touched": an article with marks that wait. */
export type ChangeNotice = {
  articleId: string;
  title: string;
  publisher: string | null;
  /** The current revision, and since when it is known. */
  revision: number;
  changedAt: string;
  changed: number;
  lost: number;
};

/** A mark on its way from one revision to another: its segments, in code points. */
export type MarkSegment = { role: SegmentRole; start: number; end: number; exact: string };
