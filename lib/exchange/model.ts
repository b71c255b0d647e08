import { z } from "zod";
import {
  ANNOTATION_STATES,
  AnnotationState,
  type Annotation,
  type Segment,
} from "#lib/annotations/model.ts";
import type { Article } from "#lib/articles/model.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import type { Link } from "#lib/links/model.ts";
import type { Scope } from "#lib/projects/model.ts";

export const EXPORT_FORMATS = ["jsonl", "csv", "markdown"] as const;
export const ExportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** What is exported unless it is said: everything but what was withdrawn. */
export const EXPORTED_STATES: readonly AnnotationState[] = ANNOTATION_STATES.filter(
  (state) => state !== "withdrawn",
);

/** Several values, as a list or with commas between them. */
function listOf<T extends string>(item: z.ZodType<T, string>) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given) =>
      [given]
        .flat()
        .flatMap((part) => part.split(","))
        .map((part) => part.trim()),
    )
    .pipe(z.array(item).min(1).max(10_000));
}

/** What an export is asked to hold, as an address or a command line says it. */
export const ExportRequest = z.object({
  format: ExportFormat,
  /** Annotations of these states; of all but "withdrawn" when left out. */
  state: listOf(AnnotationState).optional(),
  /** Ids of the articles; all of the project when left out. */
  article: listOf(z.uuid().toLowerCase()).optional(),
  /** Ids of confidential evidence that is to be in it; all other confidential evidence is left out. */
  evidence: listOf(z.uuid().toLowerCase()).optional(),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

/** What is read, with its states and its named evidence settled. */
export type Selection = {
  projectId: string;
  states: readonly string[];
  /** Null: every article of the project. */
  articleIds: readonly string[] | null;
  /** Confidential evidence that is let out. */
  evidenceIds: readonly string[];
};

/** The first line of `jsonl`. */
export type ExportHeader = {
  record: "export";
  format: "onrecord/1";
  project: { id: string; name: string };
  madeAt: string;
  scope: Scope;
};

export type ExportArticle = { record: "article" } & Article;

/** A segment with its surroundings (32 code points each side at most) and its place in UTF-16 units. */
export type ExportSegment = Segment & {
  prefix: string;
  suffix: string;
  startUtf16: number;
  endUtf16: number;
};

export type ExportAnnotation = { record: "annotation" } & Omit<Annotation, "segments"> & {
    segments: ExportSegment[];
    revisionHash: string;
    /** Who approved or rejected it, as long as that stands. */
    reviewer: { id: string; name: string } | null;
    evidence: Evidence[];
    /** Those from and to this annotation. */
    links: Link[];
  };

/** How a format writes an export, piece by piece. */
export type ExportWriter = {
  start(header: ExportHeader): string;
  article(article: ExportArticle): string;
  annotations(rows: readonly ExportAnnotation[], article: ExportArticle): string;
};
