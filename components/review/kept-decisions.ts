import { z } from "zod";
import { AnnotationContent, AnnotationState } from "#lib/annotations/model.ts";
import { RejectReason } from "#lib/review/model.ts";
import type { SentDecision } from "./decision-outbox.ts";

const Item = z.object({
  id: z.string(),
  articleId: z.string(),
  revision: z.number(),
  ...AnnotationContent.shape,
  state: AnnotationState,
  version: z.number(),
  author: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  updatedAt: z.string(),
  submittedAt: z.string(),
  articleTitle: z.string(),
});

const Decision = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("approve") }),
  z.object({ kind: z.literal("correct"), content: AnnotationContent, comment: z.string() }),
  z.object({ kind: z.literal("reject"), reason: RejectReason, comment: z.string() }),
  z.object({ kind: z.literal("undo") }),
]);

const Kept = z.array(
  z.object({ key: z.string(), item: Item, decision: Decision, attempts: z.number() }),
);

/** Decisions that the server has not answered, in the browser's own storage under one key. */
export function keptDecisions(key: string): {
  load(): SentDecision[];
  save(waiting: readonly SentDecision[]): boolean;
} {
  return {
    load() {
      try {
        const parsed = Kept.safeParse(JSON.parse(localStorage.getItem(key) ?? "[]"));
        return parsed.success ? parsed.data : [];
      } catch {
        return [];
      }
    },
    save(waiting) {
      try {
        if (waiting.length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(waiting));
        return true;
      } catch {
        return false;
      }
    },
  };
}
