import { z } from "zod";

export const TAGS = ["claim", "denial", "attribution"] as const;
export const SEGMENT_ROLES = ["content", "source", "cue"] as const;
export const ANNOTATION_STATES = [
  "draft",
  "submitted",
  "approved",
  "rejected",
  "withdrawn",
] as const;

export const Tag = z.enum(TAGS);
export type Tag = z.infer<typeof Tag>;
export const SegmentRole = z.enum(SEGMENT_ROLES);
export type SegmentRole = z.infer<typeof SegmentRole>;
export const AnnotationState = z.enum(ANNOTATION_STATES);
export type AnnotationState = z.infer<typeof AnnotationState>;

export const ClaimAttributes = z.strictObject({
  kind: z
    .enum(["quotation", "cause", "prediction", "position", "number", "event", "other"])
    .optional(),
  worthChecking: z.enum(["yes", "no", "unsure"]).optional(),
  wording: z.string().trim().min(1).max(2000).optional(),
});
export const DenialAttributes = z.strictObject({
  form: z.enum(["flat", "partial", "counter-claim", "dismissal", "evasion"]).optional(),
});
export const AttributionAttributes = z.strictObject({
  sourceType: z
    .enum(["named-person", "unnamed-person", "organisation", "outlet", "document", "nobody"])
    .optional(),
  who: z.string().trim().min(1).max(500).optional(),
  saidOn: z
    .string()
    .regex(
      /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
      "Use YYYY, YYYY-MM or YYYY-MM-DD.",
    )
    .refine(isInCalendar, "There is no such day.")
    .optional(),
  manner: z.enum(["direct", "indirect", "mixed"]).optional(),
  commitment: z
    .enum(["asserts", "confirms", "denies", "hedges", "asks", "demands", "declines", "reports"])
    .optional(),
});
/** The attributes that go with each tag; all are optional. */
export const ATTRIBUTES_OF_TAG = {
  claim: ClaimAttributes,
  denial: DenialAttributes,
  attribution: AttributionAttributes,
} as const;
export type Attributes = z.infer<typeof ClaimAttributes> &
  z.infer<typeof DenialAttributes> &
  z.infer<typeof AttributionAttributes>;

/** A span of the canonical text in code points, with its role. */
export const SegmentInput = z.object({
  role: SegmentRole,
  start: z.int().min(0),
  end: z.int().min(1),
  /** The words that the sender sees there; refused when they differ from the text. */
  exact: z.string().optional(),
});
export type SegmentInput = z.infer<typeof SegmentInput>;
export type Segment = { role: SegmentRole; start: number; end: number; exact: string };

/** What a PUT sends; anything else in it is ignored. */
export const AnnotationInput = z.object({
  articleId: z.uuid().toLowerCase(),
  revision: z.int().min(1).optional(),
  tag: Tag,
  segments: z.array(SegmentInput).min(1).max(200),
  absent: z.array(SegmentRole).max(3).default([]),
  attributes: z.record(z.string(), z.unknown()).default({}),
  doubt: z.string().trim().min(1).max(2000).nullable().default(null),
});
export type AnnotationInput = z.infer<typeof AnnotationInput>;

/** The part of an annotation that a person writes, normalised: what versions and comparisons hold. */
export const AnnotationContent = z.object({
  tag: Tag,
  segments: z.array(
    z.object({ role: SegmentRole, start: z.int(), end: z.int(), exact: z.string() }),
  ),
  absent: z.array(SegmentRole),
  attributes: z.object({
    ...ClaimAttributes.shape,
    ...DenialAttributes.shape,
    ...AttributionAttributes.shape,
  }),
  doubt: z.string().nullable(),
});
export type AnnotationContent = {
  tag: Tag;
  segments: Segment[];
  absent: SegmentRole[];
  attributes: Attributes;
  doubt: string | null;
};

/** An annotation as everybody receives it: API, desk, export. */
export type Annotation = AnnotationContent & {
  id: string;
  articleId: string;
  revision: number;
  state: AnnotationState;
  version: number;
  author: { id: string; name: string };
  createdAt: string;
  updatedAt: string;
};

/** The same with what operations need and nobody is sent. */
export type StoredAnnotation = Annotation & { projectId: string; revisionId: string };

/** A whole date names a day that exists: no 31 February. */
function isInCalendar(date: string): boolean {
  return date.length < 10 || z.iso.date().safeParse(date).success;
}
