import { z } from "zod";
import { AnnotationContent } from "#lib/annotations/model.ts";

/** A correction that is being written, as the browser keeps it. */
export const CorrectionDraft = z.object({ content: AnnotationContent, comment: z.string() });
export type CorrectionDraft = z.infer<typeof CorrectionDraft>;

/** Where it is kept. */
export function correctionKey(annotationId: string): string {
  return `onrecord.correction.${annotationId}`;
}
