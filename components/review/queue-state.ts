import type { ApiProblem } from "#components/http/call-api.ts";
import type { Annotation, Tag } from "#lib/annotations/model.ts";
import type { DecisionAnswer, SentDecision } from "./sent-decision.ts";
import type { Decision, QueueItem } from "./review-types.ts";

/** Where an annotation of the list stands for this reviewer. */
export type Standing =
  | { readonly kind: "waiting"; /** What happened meanwhile. */ readonly note: string | null }
  /** The decision is made here, and the server has not answered. */
  | { readonly kind: "sending"; readonly decision: Decision }
  | { readonly kind: "decided"; readonly decision: Decision }
  /** It is no longer for this reviewer to decide; the sentence says why. */
  | { readonly kind: "gone"; readonly why: string };

export type QueueState = {
  /** In the order in which they wait, those decided here too. */
  readonly items: readonly QueueItem[];
  readonly standings: Readonly<Record<string, Standing>>;
  readonly currentId: string | null;
  /** What was decided here, the latest last: what undo goes back through. */
  readonly decided: readonly string[];
};

export type QueueFilter = {
  readonly authorId: string | null;
  readonly tag: Tag | null;
  readonly articleId: string | null;
};

export type QueueEvent =
  | { readonly kind: "more"; readonly items: readonly QueueItem[] }
  /** Made before the page was loaded anew, or in another tab, and still on its way. */
  | {
      readonly kind: "kept";
      readonly sent: SentDecision;
      readonly filter: QueueFilter;
      /** Made in this tab: undo goes back through it. */
      readonly isOwn: boolean;
    }
  /** Another tab has sent it, or taken it back; this is what the server holds. */
  | { readonly kind: "elsewhere"; readonly sent: SentDecision; readonly annotation: Annotation }
  | { readonly kind: "go-to"; readonly id: string | null }
  | {
      readonly kind: "decide";
      readonly id: string;
      readonly decision: Decision;
      readonly filter: QueueFilter;
    }
  /** Undone before it set out: nothing has happened. */
  | { readonly kind: "take-back"; readonly id: string }
  /** The server is asked to undo it; the next undo goes to the one before. */
  | { readonly kind: "undoing"; readonly id: string }
  | { readonly kind: "settled"; readonly sent: SentDecision; readonly answer: DecisionAnswer };

const WAITING: Standing = { kind: "waiting", note: null };

export function startQueue(
  items: readonly QueueItem[],
  filter: QueueFilter,
  at: string | null,
): QueueState {
  const shown = items.filter((item) => passes(item, filter));
  const first = shown.find(({ id }) => id === at) ?? shown[0];
  return { items, standings: {}, currentId: first?.id ?? null, decided: [] };
}

export function queueReducer(state: QueueState, event: QueueEvent): QueueState {
  switch (event.kind) {
    case "more":
      return event.items.reduce(takeIn, state);
    case "kept": {
      const { item, decision } = event.sent;
      const known = state.items.some(({ id }) => id === item.id) ? state : insert(state, item);
      if (decision.kind === "undo" || standingOf(known, item.id).kind === "sending") return known;
      const standing = stand(known, item.id, { kind: "sending", decision });
      if (!event.isOwn) return standing;
      const decided = [...known.decided.filter((id) => id !== item.id), item.id];
      const sending = { ...standing, decided };
      if (state.currentId !== item.id) return sending;
      return { ...sending, currentId: nextWaiting(sending, event.filter, item.id) };
    }
    case "go-to":
      return { ...state, currentId: event.id };
    case "decide": {
      const decided = stand(state, event.id, { kind: "sending", decision: event.decision });
      return {
        ...decided,
        decided: [...state.decided.filter((id) => id !== event.id), event.id],
        currentId: nextWaiting(decided, event.filter, event.id),
      };
    }
    case "take-back":
      return back(stand(state, event.id, WAITING), event.id);
    case "undoing":
      return { ...state, decided: state.decided.filter((id) => id !== event.id) };
    case "settled":
      return settle(state, event.sent, event.answer);
    case "elsewhere":
      return elsewhere(state, event.sent, event.annotation);
  }
}

/** Nothing moves here for what another tab did. */
function elsewhere(
  state: QueueState,
  { item, decision }: SentDecision,
  annotation: Annotation,
): QueueState {
  if (!state.items.some(({ id }) => id === item.id)) return state;
  const isWaiting = annotation.state === "submitted" || decision.kind === "undo";
  const standing: Standing = isWaiting ? WAITING : { kind: "decided", decision };
  return stand(update(state, annotation), item.id, standing);
}

export function standingOf(state: QueueState, id: string): Standing {
  return state.standings[id] ?? WAITING;
}

export function passes(item: QueueItem, filter: QueueFilter): boolean {
  return (
    (filter.authorId === null || item.author.id === filter.authorId) &&
    (filter.tag === null || item.tag === filter.tag) &&
    (filter.articleId === null || item.articleId === filter.articleId)
  );
}

/** What is in the list now, whether decided or not. */
export function shownItems(state: QueueState, filter: QueueFilter): QueueItem[] {
  return state.items.filter((item) => passes(item, filter));
}

/** The next one that waits behind a place in the list, then from its start; null when none does. */
export function nextWaiting(
  state: QueueState,
  filter: QueueFilter,
  after: string | null,
): string | null {
  const shown = shownItems(state, filter);
  const place = shown.findIndex(({ id }) => id === after);
  const round = [...shown.slice(place + 1), ...shown.slice(0, Math.max(0, place))];
  return round.find(({ id }) => standingOf(state, id).kind === "waiting")?.id ?? null;
}

/** The neighbour in the list, decided or not; null at its ends. */
export function neighbour(
  state: QueueState,
  filter: QueueFilter,
  direction: "next" | "previous",
): string | null {
  const shown = shownItems(state, filter);
  const place = shown.findIndex(({ id }) => id === state.currentId);
  if (place === -1) return (direction === "next" ? shown[0] : shown.at(-1))?.id ?? null;
  return shown[place + (direction === "next" ? 1 : -1)]?.id ?? null;
}

function settle(
  state: QueueState,
  { item, decision }: SentDecision,
  answer: DecisionAnswer,
): QueueState {
  const known = state.items.some(({ id }) => id === item.id) ? state : insert(state, item);
  if (decision.kind === "undo") {
    if (answer.kind === "refused") return known;
    return back(stand(update(known, answer.annotation), item.id, WAITING), item.id);
  }
  if (answer.kind === "done") {
    // Undone in the meantime: what comes next in the outbox tells.
    return stand(update(known, answer.annotation), item.id, { kind: "decided", decision });
  }
  const without = { ...known, decided: known.decided.filter((id) => id !== item.id) };
  const current = currentIn(answer.problem);
  if (answer.problem.code === "stale" && current?.state === "submitted") {
    const note = `${answer.problem.message} Your decision was not made.`;
    return stand(update(without, current), item.id, { kind: "waiting", note });
  }
  if (!DECIDED_ELSEWHERE.has(answer.problem.code)) {
    const note = `${answer.problem.message} Your decision was not made.`;
    return stand(without, item.id, { kind: "waiting", note });
  }
  const shown = current ? update(without, current) : without;
  return stand(shown, item.id, { kind: "gone", why: answer.problem.message });
}

/** Refusals after which there is nothing left to decide; after others what was sent can be mended. */
const DECIDED_ELSEWHERE = new Set(["state", "stale", "own-work", "forbidden", "not-found"]);

/** One that came in, or came in again since it was decided here. */
function takeIn(state: QueueState, item: QueueItem): QueueState {
  const known = state.items.find(({ id }) => id === item.id);
  if (!known) return { ...state, items: [...state.items, item] };
  const isNewer = item.version > known.version && standingOf(state, item.id).kind !== "sending";
  return isNewer ? stand(update(state, item), item.id, WAITING) : state;
}

function back(state: QueueState, id: string): QueueState {
  return { ...state, currentId: id, decided: state.decided.filter((each) => each !== id) };
}

function stand(state: QueueState, id: string, standing: Standing): QueueState {
  return { ...state, standings: { ...state.standings, [id]: standing } };
}

function update(state: QueueState, annotation: Annotation): QueueState {
  return {
    ...state,
    items: state.items.map((item) =>
      item.id === annotation.id ? { ...item, ...annotation } : item,
    ),
  };
}

/** A decision that was kept over a reload: its annotation is not in the list that the server gave. */
function insert(state: QueueState, item: QueueItem): QueueState {
  return { ...state, items: [item, ...state.items] };
}

function currentIn({ detail }: ApiProblem): Annotation | null {
  const { current } = detail;
  const isAnnotation =
    typeof current === "object" &&
    current !== null &&
    "segments" in current &&
    "version" in current;
  return isAnnotation ? (current as Annotation) : null;
}
