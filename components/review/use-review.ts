"use client";

import { useEffect, useReducer, useRef, useState } from "react";
import { callApi, type ApiProblem } from "#components/http/call-api.ts";
import { forgetKept } from "#components/ui/use-kept-state.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { correctionKey } from "./correction-draft.ts";
import { answerWords, calledInSentence } from "./decided-words.ts";
import type { SentDecision } from "./sent-decision.ts";
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

  const refuse = (sent: SentDecision, problem: ApiProblem) => {
    const answer = { kind: "refused", problem } as const;
    dispatch({ kind: "settled", sent, answer });
    const refusal = { key: sent.key, id: sent.item.id, sentence: answerWords(sent, answer) };
    setRefusals((before) => [...before.filter(({ key }) => key !== sent.key), refusal]);
  };
  const decisions = useDecisions(userId, projectId, {
    onDone(sent, annotation) {
      const answer = { kind: "done", annotation } as const;
      dispatch({ kind: "settled", sent, answer });
      forgetWritten(sent.item.id);
      if (decisions.isOwn(sent)) say(answerWords(sent, answer));
    },
    onGone: (gone) => void lookAfter(gone),
  });

  /** What became of decisions that another tab has sent. */
  async function lookAfter(gone: readonly SentDecision[]): Promise<void> {
    for (const sent of gone) {
      const path = `/annotations/${sent.item.id}`;
      const outcome = await callApi<Annotation>({ method: "GET", path });
      if (outcome.kind === "done") dispatch({ kind: "elsewhere", sent, annotation: outcome.body });
    }
  }

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

  useKept(decisions, (sent) =>
    dispatch({ kind: "kept", sent, filter, isOwn: decisions.isOwn(sent) }),
  );
  useRefused(decisions, refuse);
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
      decisions.add(item, decision);
    },
    undo() {
      const id = state.decided.at(-1);
      const item = state.items.find((one) => one.id === id);
      if (!item) return say("There is nothing to take back.");
      dispatch({ kind: "undoing", id: item.id });
      void decisions
        .outbox()
        .takeOut(item.id)
        .then((isOut) => {
          if (isOut) {
            dispatch({ kind: "take-back", id: item.id });
            return say(`Taken back before it was sent: ${calledInSentence(item)}.`);
          }
          say(`Taking your decision on ${calledInSentence(item)} back.`);
          return decisions.add(item, { kind: "undo" });
        });
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

/** Decisions that a reload found in the browser, or another tab has made, stand as made. */
function useKept({ waiting }: Decisions, onKept: (sent: SentDecision) => void): void {
  const known = useRef(new Set<string>());
  const latest = useRef(onKept);
  latest.current = onKept;
  useEffect(() => {
    for (const sent of waiting) {
      if (known.current.has(sent.key)) continue;
      known.current.add(sent.key);
      latest.current(sent);
    }
  }, [waiting]);
}

/** What the server did not take is told here, also if it was refused while another page was open. */
function useRefused(
  decisions: Decisions,
  onRefused: (sent: SentDecision, problem: ApiProblem) => void,
): void {
  const latest = useRef({ decisions, onRefused });
  latest.current = { decisions, onRefused };
  const { refused } = decisions;
  useEffect(() => {
    for (const sent of refused) {
      if (sent.refusal) latest.current.onRefused(sent, sent.refusal);
      latest.current.decisions.outbox().forget(sent.key);
    }
  }, [refused]);
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
