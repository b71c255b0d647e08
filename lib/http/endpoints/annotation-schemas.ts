import { z } from "zod";
import { canAnywhere, type ProjectPermission } from "#lib/access/permissions.ts";
import type { Actor } from "#lib/context.ts";
import { AnnotationContent, AnnotationInput, AnnotationState } from "#lib/annotations/model.ts";

export const Person = z.object({ id: z.string(), name: z.string() });

/** An annotation as everybody receives it. */
export const Annotation = z
  .object({
    id: z.string(),
    articleId: z.string(),
    revision: z.int().min(1),
    ...AnnotationContent.shape,
    state: AnnotationState,
    version: z.int().min(1),
    author: Person,
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({
    id: "Annotation",
    description:
      "Offsets are Unicode code points of the revision's text, start inclusive, end exclusive.",
  });

export const AnnotationWritten = AnnotationInput.meta({
  id: "AnnotationInput",
  description:
    "What is written of an annotation; anything else that is sent is ignored. `exact` is optional, and refused " +
    "when the text says something else at the offsets.",
});

/** Words quoted whole may be as long as a text, from whoever may write such things anywhere. */
export function quotingLimit(permission: ProjectPermission): (actor: Actor) => number {
  return (actor) => (canAnywhere(actor, permission) ? 64 : 1) * 1024 * 1024;
}
