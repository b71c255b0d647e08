"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { callApi } from "#components/http/call-api.ts";
import { forgetKept } from "#components/ui/use-kept-state.ts";
import { correctionKey } from "./correction-draft.ts";
import { answerWords, calledInSentence } from "./decided-words.ts";
import type { SentDecision } from "./decision-outbox.ts";
import {
  neighbour,
  queueReducer,
  startQueue,
  type QueueFilter,
  type QueueState,
} from "./queue-state.ts";
import { rejectKey } from "./reject-form.tsx";
import type { Decision, QueueItem } from "./review-types.ts";
import { useDecisions, type Decisions } from "./use-decisions.ts";

export type ReviewOptions = {
  readonly projectId: string;
  readonly userId: string;
  readonly items: readonly QueueItem[];
  /** Where the list goes on behind `items`; null where it ends. */
  readonly next: string | null;
  readonly filter: QueueFilter;
  readonly at: string | null;
};

export type ReviewActions = {
  readonly state: QueueState;
  readonly filter: QueueFilter;
  readonly decisions: Decisions;
  /** What happened last. */
  readonly said: Said;
  /** What the server did not take, until it has been read. */
  readonly refusals: readonly Refusal[];
  dismiss(key: string): void;
  readonly isLooking: boolean;
  setFilter(filter: QueueFilter): void;
  goTo(id: string): void;
  step(direction: "next" | "previous"): void;
  decide(item: QueueItem, decision: Decision): void;
  /** Takes the last decision back. */
  undo(): void;
  /** Asks the server again what waits. */
  look(): void;
  say(sentence: string, action?: Said["action"]): void;
};

/** What happened, and what can be done about it. */
export type Said = {
  readonly sentence: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
};

export type Refusal = { readonly key: string; readonly id: string; readonly sentence: string };

/** The queue and what one does with it. Nothing is said to be decided before the server has said so. */
export function useReview(options: ReviewOptions): ReviewActions {
  const { projectId, userId } = options;
  const [filter, setFilter] = useState(options.filter);
  const [state, dispatch] = useReducer(queueReducer, null, () =>
    startQueue(options.items, options.filter, options.at),
  );
  const [said, setSaid] = useState<Said>({ sentence: "", action: null });
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const say: ReviewActions["say"] = (sentence, action = null) => setSaid({ sentence, action });
  const [isLooking, setLooking] = useState(false);

  const decisions = useDecisions(userId, projectId, (sent, answer) => {
    dispatch({ kind: "settled", sent, answer });
    if (answer.kind === "done") forgetWritten(sent.item.id);
    const sentence = answerWords(sent, answer);
    if (answer.kind === "done") say(sentence);
    else setRefusals((before) => [...before, { key: sent.key, id: sent.item.id, sentence }]);
  });

  async function read(after: string | null): Promise<string | null> {
    const cursor = after === null ? "" : `&after=${encodeURIComponent(after)}`;
    const outcome = await callApi<{ items: QueueItem[]; next: string | null }>({
      method: "GET",
      path: `/projects/${projectId}/queue?limit=1000${cursor}`,
    });
    if (outcome.kind !== "done") {
      say(`The queue could not be read. ${outcome.problem.message}`);
      return null;
    }
    dispatch({ kind: "more", items: outcome.body.items });
    return outcome.body.next;
  }

  useKept(decisions, (sent) => dispatch({ kind: "kept", sent, filter }));
  useRest(options.next, read);
  useAddress(state, filter);

  return {
    state,
    filter,
    decisions,
    said,
    isLooking,
    refusals,
    dismiss: (key) => setRefusals((before) => before.filter((one) => one.key !== key)),
    say,
    setFilter(next) {
      setFilter(next);
      const { currentId } = startQueue(state.items, next, state.currentId);
      if (currentId !== state.currentId) dispatch({ kind: "go-to", id: currentId });
    },
    goTo: (id) => dispatch({ kind: "go-to", id }),
    step(direction) {
      const id = neighbour(state, filter, direction);
      if (id !== null) dispatch({ kind: "go-to", id });
      else say(direction === "next" ? "This is the last one." : "This is the first one.");
    },
    decide(item, decision) {
      dispatch({ kind: "decide", id: item.id, decision, filter });
      say(`Sending your decision on ${calledInSentence(item)}.`);
      decisions.outbox().add({ key: uuidv7(), item, decision, attempts: 0 });
    },
    undo() {
      const id = state.decided.at(-1);
      const item = state.items.find((one) => one.id === id);
      if (!item) return say("There is nothing to take back.");
      if (decisions.outbox().takeOut(item.id)) {
        dispatch({ kind: "take-back", id: item.id });
        return say(`Taken back before it was sent: ${calledInSentence(item)}.`);
      }
      dispatch({ kind: "undoing", id: item.id });
      say(`Taking your decision on ${calledInSentence(item)} back.`);
      decisions.outbox().add({ key: uuidv7(), item, decision: { kind: "undo" }, attempts: 0 });
    },
    look() {
      setLooking(true);
      void read(null).then((next) => {
        setLooking(false);
        return next;
      });
    },
  };
}

/** What was written for a decision is kept until the server has taken it. */
function forgetWritten(id: string): void {
  forgetKept(rejectKey(id));
  forgetKept(correctionKey(id));
}

/** Decisions that a reload found in the browser stand as made. */
function useKept({ waiting }: Decisions, onKept: (sent: SentDecision) => void): void {
  const isTold = useRef(false);
  const latest = useRef({ waiting, onKept });
  latest.current = { waiting, onKept };
  const isAny = waiting.length > 0;
  useEffect(() => {
    // Only the first time: what is decided from then on is known anyway.
    if (!isAny || isTold.current) return;
    isTold.current = true;
    for (const sent of latest.current.waiting) latest.current.onKept(sent);
  }, [isAny]);
}

/** The queue beyond what the page brought. */
function useRest(next: string | null, read: (after: string) => Promise<string | null>): void {
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    let isStopped = false;
    async function readOn(): Promise<void> {
      for (let after = next; after !== null && !isStopped;) after = await latest.current(after);
    }
    void readOn();
    return () => {
      isStopped = true;
    };
  }, [next]);
}

/** The address says where one is, so that a reload or a link comes back to it. */
function useAddress({ currentId }: QueueState, filter: QueueFilter): void {
  useEffect(() => {
    const search = new URLSearchParams();
    if (filter.authorId) search.set("author", filter.authorId);
    if (filter.tag) search.set("tag", filter.tag);
    if (filter.articleId) search.set("article", filter.articleId);
    if (currentId) search.set("at", currentId);
    const query = search.size > 0 ? `?${search}` : location.pathname;
    history.replaceState(null, "", query);
  }, [currentId, filter]);
}
