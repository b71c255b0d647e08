import { evidenceWith, isEvidenceChange } from "#components/evidence/evidence-change.ts";
import { isTalk, threadsWith } from "#components/threads/talk-change.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { WorkState } from "#lib/articles/model.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import type { Link } from "#lib/links/model.ts";
import type { Thread } from "#lib/threads/model.ts";
import type { DeskData } from "../desk-data.ts";
import type { Outcome, PendingChange } from "../outbox/change.ts";
import { evidenceIn, talkIn } from "../outbox/in-queue.ts";
import { annotationWith, linkWith } from "../outbox/overlay.ts";

/** What the server is known to hold, without the changes on their way. */
export type Held = {
  readonly annotations: Map<string, Annotation>;
  readonly links: Map<string, Link>;
  readonly evidence: Map<string, Evidence>;
  threads: ReadonlyMap<string, Thread>;
  blocks: DeskData["article"]["blocks"];
  work: WorkState;
};

export function heldFrom(data: DeskData): Held {
  return {
    annotations: new Map(data.annotations.map((each) => [each.id, each])),
    links: new Map(data.links.map((each) => [each.id, each])),
    evidence: new Map(data.evidence.map((each) => [each.id, each])),
    threads: new Map(),
    blocks: data.article.blocks,
    work: data.work,
  };
}

/** Notes what an answer says of the server's side. */
export function takeAnswer(
  held: Held,
  sent: PendingChange,
  outcome: Outcome,
  data: DeskData,
): void {
  const { change } = sent;
  if (outcome.kind !== "done") return;
  if (isTalk(change)) {
    const place = { projectId: data.project.id, me: data.me };
    held.threads = threadsWith(held.threads, talkIn([sent]), place);
    return;
  }
  if (isEvidenceChange(change)) {
    if (sent.articleId !== data.article.id) return;
    const place = { projectId: data.project.id, me: data.me };
    const before = held.evidence.get(change.id) ?? null;
    // News of what came after it may have been here first.
    if (before && outcome.version !== null && before.version > outcome.version) return;
    const item = evidenceWith(before, evidenceIn([sent]), place);
    if (item) held.evidence.set(item.id, { ...item, version: outcome.version ?? item.version });
    else held.evidence.delete(change.id);
    return;
  }
  switch (change.kind) {
    case "put-link": {
      if (outcome.isThere) return;
      const link = outcome.link ?? linkWith(null, [sent], data.me, data.project.id);
      if (link) held.links.set(change.id, link);
      return;
    }
    case "delete-link":
      held.links.delete(change.id);
      return;
    case "put-work":
      held.work = change.state;
      return;
    case "correct-block":
      held.blocks = held.blocks.map((block, index) =>
        index === change.index ? { ...block, boilerplate: change.boilerplate } : block,
      );
      return;
    default: {
      const before = held.annotations.get(change.id) ?? null;
      const said = outcome.annotation ?? annotationWith(before, [sent], data.me);
      if (said)
        held.annotations.set(change.id, { ...said, version: outcome.version ?? said.version });
    }
  }
}
