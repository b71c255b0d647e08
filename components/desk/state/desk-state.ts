import type { ArticleText } from "#components/editor/article-text.ts";
import { articleText } from "#components/editor/article-text.ts";
import type { PaintSpan } from "#components/editor/painter.ts";
import { QUIET, type LiveState } from "#components/live/live-state.ts";
import type { Annotation, SegmentRole, Tag } from "#lib/annotations/model.ts";
import type { ActiveTime } from "#lib/articles/active-time.ts";
import type { ArticleSummary, WorkState } from "#lib/articles/model.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import type { Link } from "#lib/links/model.ts";
import type { MissedPassage } from "#lib/review/model.ts";
import type { Thread } from "#lib/threads/model.ts";
import type { DeskData, DistantAnnotation } from "../desk-data.ts";
import type { Keymap } from "../commands/keymap.ts";
import type { PendingChange } from "../outbox/change.ts";
import type { Connection } from "../outbox/outbox.ts";
import type { Queue } from "../outbox/queue.ts";
import type { Step } from "../steps/step.ts";
import { only, reorder } from "#components/editor/reading-order.ts";

/** Everything that the desk shows. */
export type DeskState = {
  readonly article: ArticleText;
  /** What is known about the article besides its text. */
  readonly details: ArticleSummary;
  /** All that are known, with changes on their way laid over them; withdrawn ones too. */
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** Those that stand, in reading order. */
  readonly order: readonly Annotation[];
  readonly links: ReadonlyMap<string, Link>;
  readonly elsewhere: ReadonlyMap<string, DistantAnnotation>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly missed: readonly MissedPassage[];
  /** The talk about the article and its annotations, by id, with what is on its way. */
  readonly threads: ReadonlyMap<string, Thread>;
  readonly work: WorkState;

  readonly queue: Queue;
  /** The changes on their way, by what they change. */
  readonly pending: ReadonlyMap<string, readonly PendingChange[]>;
  readonly connection: Connection;
  readonly isStorageBroken: boolean;
  /** What lay in the browser's database has been laid over what the server sent. */
  readonly isReady: boolean;

  /** The annotation that the keys act on. */
  readonly focusId: string | null;
  /** The attribution that is being filled: S, Q and X give it words. */
  readonly openId: string | null;
  /** The part that Enter has asked for: a second Enter closes the attribution without it. */
  readonly asked: SegmentRole | null;
  /** The tag that was given last, to give again. */
  readonly lastTag: Tag | null;
  /** The annotation from which a link is being drawn. */
  readonly linkFrom: string | null;
  /** The other annotation, where only the kind of link is still to be chosen. */
  readonly linkTo: string | null;
  readonly chosen: readonly PaintSpan[];
  /** Code points. */
  readonly caret: number;
  readonly message: Message | null;
  /** What the caret has come upon, for those who listen; a new object each time, as a message is. */
  readonly heard: { readonly text: string };
  readonly filter: Filter;
  readonly panel: "guidelines" | "evidence" | "talk" | "article" | "outline" | null;
  /** The thread that is open in the talk. */
  readonly threadId: string | null;
  readonly live: LiveState;
  readonly dialog: DeskDialog | null;
  /** The reader's own keys. */
  readonly keymap: Keymap;
  /** Whether others see the reader's active time; null until it is known. */
  readonly sharesActiveTime: boolean | null;
  /** The active time on this article: the reader's own, and of whoever shares theirs. */
  readonly activeTimes: readonly ActiveTime[];
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
};

export type DeskDialog =
  | "keys"
  | "finish"
  | "submit-all"
  | "link"
  | "fold"
  | "details"
  | "doubt"
  | "history"
  | "marks"
  | "commands";

/** A sentence for the status line; a new object each time, so that it is read aloud again. */
export type Message = { readonly text: string; readonly isProblem: boolean };

export type Filter = {
  readonly hidden: ReadonlySet<Tag>;
  readonly state: Annotation["state"] | "returned" | null;
  /** One author's only. */
  readonly authorId: string | null;
};

export const NO_FILTER: Filter = { hidden: new Set(), state: null, authorId: null };

export const NO_SPANS: readonly PaintSpan[] = [];

export function initialState(data: DeskData): DeskState {
  return {
    article: articleText(data.article.text, data.article.blocks),
    details: data.article,
    annotations: new Map(data.annotations.map((each) => [each.id, each])),
    order: reorder([], [], data.annotations.filter(isStanding)),
    links: new Map(data.links.map((each) => [each.id, each])),
    elsewhere: new Map(data.elsewhere.map((each) => [each.id, each])),
    evidence: new Map(data.evidence.map((each) => [each.id, each])),
    missed: data.missed,
    threads: new Map(),
    work: data.work,
    queue: [],
    pending: new Map(),
    connection: "open",
    isStorageBroken: false,
    isReady: false,
    focusId: null,
    openId: null,
    asked: null,
    lastTag: null,
    linkFrom: null,
    linkTo: null,
    chosen: NO_SPANS,
    caret: 0,
    message: null,
    heard: { text: "" },
    filter: NO_FILTER,
    panel: null,
    threadId: null,
    live: QUIET,
    dialog: null,
    keymap: {},
    sharesActiveTime: null,
    activeTimes: [],
    undo: [],
    redo: [],
  };
}

export function isStanding({ state }: { state: Annotation["state"] }): boolean {
  return state !== "withdrawn";
}

/** Whether the filter lets an annotation be seen. */
export function passes(filter: Filter, annotation: Annotation, myId: string): boolean {
  if (filter.hidden.has(annotation.tag)) return false;
  if (filter.authorId !== null && annotation.author.id !== filter.authorId) return false;
  if (filter.state === null) return true;
  if (filter.state === "returned")
    return annotation.state === "rejected" && annotation.author.id === myId;
  return annotation.state === filter.state;
}

/**
 * Those that the filter lets be seen; the very list where it lets all, so that nothing is drawn anew.
 * Worked out once for each filter and list.
 */
export function shownBy(
  filter: Filter,
  order: readonly Annotation[],
  myId: string,
): readonly Annotation[] {
  const isOpen = filter.hidden.size === 0 && filter.state === null && filter.authorId === null;
  if (isOpen) return order;
  const known = SHOWN.get(filter);
  if (known?.order === order && known.myId === myId) return known.shown;
  const shown = only(order, (each) => passes(filter, each, myId));
  SHOWN.set(filter, { order, myId, shown });
  return shown;
}

type Shown = {
  readonly order: readonly Annotation[];
  readonly myId: string;
  readonly shown: readonly Annotation[];
};
const SHOWN = new WeakMap<Filter, Shown>();
