import { type TextBlock, withBlocks } from "#components/editor/article-text.ts";
import { reorder } from "#components/editor/reading-order.ts";
import { evidenceWith } from "#components/evidence/evidence-change.ts";
import { threadsWith } from "#components/threads/talk-change.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { DeskData } from "../desk-data.ts";
import { subjectOf, type PendingChange } from "../outbox/change.ts";
import { evidenceIn, talkIn } from "../outbox/in-queue.ts";
import { annotationWith, linkWith } from "../outbox/overlay.ts";
import type { Queue } from "../outbox/queue.ts";
import { isStanding, type DeskState } from "./desk-state.ts";
import type { Held } from "./held.ts";
import { patched } from "./patched-map.ts";

/** The state with a new queue laid over what the server holds. Only what `touched` names is looked at. */
export function lay(
  state: DeskState,
  held: Held,
  queue: Queue,
  touched: ReadonlySet<string>,
  data: DeskData,
): Partial<DeskState> {
  const pending = byThing(queue);
  const here = queue.filter((each) => each.articleId === data.article.id);
  return {
    queue,
    pending,
    ...layAnnotations(state, held, pending, touched, data),
    ...layLinks(state, held, pending, touched, data),
    ...layEvidence(state, held, pending, touched, data),
    ...layBlocks(state, held, here),
    threads: threadsWith(held.threads, talkIn(here), { projectId: data.project.id, me: data.me }),
    work: here.reduce(
      (work, { change, status }) =>
        change.kind === "put-work" && status !== "refused" ? change.state : work,
      held.work,
    ),
  };
}

function layAnnotations(
  state: DeskState,
  held: Held,
  pending: DeskState["pending"],
  touched: ReadonlySet<string>,
  data: DeskData,
): Partial<DeskState> {
  const own = new Map<string, Annotation | undefined>();
  const changed: Annotation[] = [];
  const gone: Annotation[] = [];
  for (const id of touched) {
    const before = state.annotations.get(id) ?? null;
    const now = annotationWith(held.annotations.get(id) ?? null, pending.get(id) ?? [], data.me);
    // A change made on another article's desk travels with ours, and is not shown here.
    if (now === before || (now && now.articleId !== data.article.id)) continue;
    if (before) gone.push(before);
    if (!now) {
      own.set(id, undefined);
      continue;
    }
    const same = before && sameSegments(before, now) ? { ...now, segments: before.segments } : now;
    own.set(id, same);
    if (isStanding(same)) changed.push(same);
  }
  if (own.size === 0) return {};
  return {
    annotations: patched(state.annotations, own),
    order: reorder(state.order, gone, changed),
  };
}

/** Marks whose words have not changed keep their very segments, so that nothing is painted anew. */
function sameSegments(before: Annotation, now: Annotation): boolean {
  if (before.segments.length !== now.segments.length) return false;
  return before.segments.every((segment, index) => {
    const other = now.segments[index];
    return (
      other?.role === segment.role && other.start === segment.start && other.end === segment.end
    );
  });
}

function layLinks(
  state: DeskState,
  held: Held,
  pending: DeskState["pending"],
  touched: ReadonlySet<string>,
  data: DeskData,
): Partial<DeskState> {
  const links = laid(state.links, touched, (id) =>
    linkWith(held.links.get(id) ?? null, pending.get(id) ?? [], data.me, data.project.id),
  );
  return links ? { links } : {};
}

function layEvidence(
  state: DeskState,
  held: Held,
  pending: DeskState["pending"],
  touched: ReadonlySet<string>,
  data: DeskData,
): Partial<DeskState> {
  const place = { projectId: data.project.id, me: data.me };
  const evidence = laid(state.evidence, touched, (id) => {
    // What was written on another article's desk travels with ours, and is not shown here.
    const here = pending.get(id)?.filter((each) => each.articleId === data.article.id) ?? [];
    return evidenceWith(held.evidence.get(id) ?? null, evidenceIn(here), place);
  });
  return evidence ? { evidence } : {};
}

/** What is shown with what is now at the things that were touched; null where nothing differs. */
function laid<Thing>(
  shown: ReadonlyMap<string, Thing>,
  touched: ReadonlySet<string>,
  nowAt: (id: string) => Thing | null,
): ReadonlyMap<string, Thing> | null {
  const own = new Map<string, Thing | undefined>();
  for (const id of touched) {
    const now = nowAt(id) ?? undefined;
    if (now !== shown.get(id)) own.set(id, now);
  }
  return own.size > 0 ? patched(shown, own) : null;
}

function layBlocks(state: DeskState, held: Held, queue: Queue): Partial<DeskState> {
  const corrected = new Map<number, TextBlock["boilerplate"]>();
  for (const { change, status } of queue)
    if (change.kind === "correct-block" && status !== "refused")
      corrected.set(change.index, change.boilerplate);
  const { blocks: shown } = state.article;
  if (corrected.size === 0 && ALIKE.get(held.blocks) === shown) return {};
  const wanted = ({ boilerplate }: Held["blocks"][number], index: number) =>
    corrected.has(index) ? (corrected.get(index) ?? null) : boilerplate;
  if (held.blocks.every((block, index) => wanted(block, index) === shown[index]?.boilerplate)) {
    if (corrected.size === 0) ALIKE.set(held.blocks, shown);
    return {};
  }
  const blocks = held.blocks.map((block, index) => ({
    ...block,
    boilerplate: wanted(block, index),
  }));
  return { article: withBlocks(state.article, blocks) };
}

/** Blocks that say the same as those that are shown: thousands are not compared with every change. */
const ALIKE = new WeakMap<Held["blocks"], readonly TextBlock[]>();

function byThing(queue: Queue): DeskState["pending"] {
  const pending = new Map<string, PendingChange[]>();
  for (const each of queue) {
    const subject = subjectOf(each.change);
    const list = pending.get(subject);
    if (list) list.push(each);
    else pending.set(subject, [each]);
  }
  return pending;
}

/** What differs between two queues: the things to look at again. */
export function touchedBetween(before: Queue, now: Queue): Set<string> {
  const known = new Map(before.map((each) => [each.key, each]));
  const touched = new Set<string>();
  for (const each of now) {
    const old = known.get(each.key);
    known.delete(each.key);
    if (old?.change !== each.change || old.status !== each.status)
      touched.add(subjectOf(each.change));
  }
  for (const each of known.values()) touched.add(subjectOf(each.change));
  return touched;
}
