"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import {
  decisionOutbox,
  type DecisionAnswer,
  type DecisionOutbox,
  type Line,
  type SentDecision,
} from "./decision-outbox.ts";
import { keptDecisions } from "./kept-decisions.ts";
import { actsFor, sendDecision } from "./send-decision.ts";

export type Decisions = {
  /** Made here, and not answered yet. */
  readonly waiting: readonly SentDecision[];
  readonly line: Line;
  readonly outbox: () => DecisionOutbox;
};

/**
 * Sends decisions, and keeps in the browser those that the server has not answered. Sending goes on
 * when the reader goes to another page of the app.
 */
export function useDecisions(
  userId: string,
  projectId: string,
  onSettled: (sent: SentDecision, answer: DecisionAnswer) => void,
): Decisions {
  const key = `onrecord.decisions.${userId}.${projectId}`;
  const latest = useRef(onSettled);
  latest.current = onSettled;

  const state = useSyncExternalStore(
    (changed) => {
      const post = postOf(key, userId);
      post.listeners.add(changed);
      return () => post.listeners.delete(changed);
    },
    () => postOf(key, userId).state,
    () => QUIET,
  );
  useEffect(() => {
    const post = postOf(key, userId);
    post.onSettled = (sent, answer) => latest.current(sent, answer);
    return () => {
      post.onSettled = null;
    };
  }, [key, userId]);

  return { ...state, outbox: () => postOf(key, userId).outbox };
}

type State = { readonly waiting: readonly SentDecision[]; readonly line: Line };
type Post = {
  state: State;
  readonly outbox: DecisionOutbox;
  readonly listeners: Set<() => void>;
  onSettled: ((sent: SentDecision, answer: DecisionAnswer) => void) | null;
};

const QUIET: State = { waiting: [], line: "open" };
const posts = new Map<string, Post>();

function postOf(key: string, userId: string): Post {
  const known = posts.get(key);
  if (known) return known;
  let early: State = QUIET;
  const outbox = decisionOutbox({
    storage: keptDecisions(key),
    send: sendDecision,
    isStillMe: () => actsFor(userId),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onState(waiting, line) {
      const post = posts.get(key);
      if (!post) {
        early = { waiting, line };
        return;
      }
      post.state = { waiting, line };
      for (const changed of post.listeners) changed();
    },
    onSettled: (sent, answer) => posts.get(key)?.onSettled?.(sent, answer),
  });
  const made: Post = { state: early, outbox, listeners: new Set(), onSettled: null };
  posts.set(key, made);
  window.addEventListener("online", () => outbox.retry());
  return made;
}
