import type { Annotation } from "#lib/annotations/model.ts";
import type { RejectReason } from "#lib/review/model.ts";
import type { Background, LinkWithWords } from "#lib/review/background.ts";
import type { AnnotationContent } from "#lib/annotations/model.ts";

/** An annotation of the queue as the API gives it. */
export type QueueItem = Annotation & { submittedAt: string; articleTitle: string };

export type KnownLink = Omit<LinkWithWords, "other"> & { other: Annotation };

/** What GET /annotations/{id}/background answers. */
export type KnownBackground = Omit<Background, "annotation" | "links"> & {
  annotation: Annotation;
  links: KnownLink[];
};

export type Person = { readonly id: string; readonly name: string };

/** What a reviewer decides on one annotation. */
export type Decision =
  | { readonly kind: "approve" }
  | { readonly kind: "correct"; readonly content: AnnotationContent; readonly comment: string }
  | { readonly kind: "reject"; readonly reason: RejectReason; readonly comment: string };
