import type { Annotation } from "#lib/annotations/model.ts";
import type { WorkState } from "#lib/articles/model.ts";
import type { Boilerplate } from "#lib/cleanup/block.ts";
import type { Link } from "#lib/links/model.ts";
import {
  evidenceAt,
  isEvidenceChange,
  type EvidenceStanding,
} from "#components/evidence/evidence-change.ts";
import { isTalk } from "#components/threads/talk-change.ts";
import { talkAt, type TalkStanding } from "#components/threads/talk-undo.ts";
import { contentParts } from "../marking/content-parts.ts";
import { subjectOf, type Change } from "../outbox/change.ts";

/** What can be asked of the desk as it stands. */
export type Standing = TalkStanding &
  EvidenceStanding & {
    annotation(id: string): Annotation | null;
    link(id: string): Link | null;
    boilerplate(index: number): Boilerplate | null;
    work(): WorkState;
  };

/** What stands at everything that some changes touch, in words that compare. */
export function leftBehind(changes: readonly Change[], now: Standing): Record<string, string> {
  return Object.fromEntries(changes.map((change) => [subjectOf(change), at(change, now)]));
}

/** What has been changed since by somebody else, or elsewhere; nothing if all stands as it was left. */
export function changedSince(
  left: Readonly<Record<string, string>>,
  changes: readonly Change[],
  now: Standing,
): Change | null {
  return changes.find((change) => left[subjectOf(change)] !== at(change, now)) ?? null;
}

function at(change: Change, now: Standing): string {
  switch (change.kind) {
    case "put-link":
    case "delete-link":
      return now.link(change.id) ? "drawn" : "not drawn";
    case "put-work":
      return now.work();
    case "correct-block":
      return now.boilerplate(change.index) ?? "read";
    default: {
      if (isTalk(change)) return talkAt(change, now);
      if (isEvidenceChange(change)) return evidenceAt(change, now);
      const annotation = now.annotation(change.id);
      // After a reload a withdrawn one is not known any more: it is as if it were not there.
      return annotation === null || annotation.state === "withdrawn" ? "" : said(annotation);
    }
  }
}

function said(annotation: Annotation): string {
  return JSON.stringify([...contentParts(annotation), annotation.state]);
}
