import { isEvidenceChange, type MadeEvidence } from "#components/evidence/evidence-change.ts";
import { isTalk, type MadeTalk } from "#components/threads/talk-change.ts";
import type { Queue } from "./queue.ts";

/** What a queue says in threads, in order. */
export function talkIn(queue: Queue): MadeTalk[] {
  return queue.flatMap(({ change, madeAt, status }) =>
    isTalk(change) ? [{ change, madeAt, isRefused: status === "refused" }] : [],
  );
}

/** What a queue says of evidence, in order. */
export function evidenceIn(queue: Queue): MadeEvidence[] {
  return queue.flatMap(({ change, madeAt, status }) =>
    isEvidenceChange(change) ? [{ change, madeAt, isRefused: status === "refused" }] : [],
  );
}
