"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { v7 as uuidv7 } from "uuid";
import { otherTabs, untilMyTurn } from "#components/desk/outbox/tabs.ts";
import { tabName } from "#components/desk/steps/tab-name.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { decisionOutbox, type DecisionOutbox } from "./decision-outbox.ts";
import type { DecisionsState, SentDecision } from "./sent-decision.ts";
import { decisionStorage } from "./decision-storage.ts";
import type { QueueItem } from "./review-types.ts";
import { actsFor, sendDecision } from "./send-decision.ts";

export type Decisions = DecisionsState & {
  /** Takes a decision in, to be sent. */
  add(item: QueueItem, decision: SentDecision["decision"]): void;
  /** Whether it was made in this tab. */
  isOwn(sent: SentDecision): boolean;
  outbox(): DecisionOutbox;
};

/** What a screen hears of its decisions. */
export type DecisionEars = {
  readonly onDone: (sent: SentDecision, annotation: Annotation) => void;
  /** Another tab has sent these, or taken them out. */
  readonly onGone: (sent: readonly SentDecision[]) => void;
};

/**
 * Sends decisions, and keeps in the browser those that the server has not answered, for all tabs.
 * Sending goes on when the reader goes to another page of the app.
 */
export function useDecisions(userId: string, projectId: string, ears: DecisionEars): Decisions {
  const latest = useRef(ears);
  latest.current = ears;

  const state = useSyncExternalStore(
    (changed) => {
      const post = postOf(userId, projectId);
      post.listeners.add(changed);
      return () => post.listeners.delete(changed);
    },
    () => postOf(userId, projectId).state,
    () => QUIET,
  );
  useEffect(() => {
    const post = postOf(userId, projectId);
    post.ears = {
      onDone: (sent, annotation) => latest.current.onDone(sent, annotation),
      onGone: (sent) => latest.current.onGone(sent),
    };
    return () => {
      post.ears = null;
    };
  }, [userId, projectId]);

  const post = () => postOf(userId, projectId);
  return {
    ...state,
    add: (item, decision) => post().outbox.add({ key: uuidv7(), tab: post().tab, item, decision }),
    isOwn: (sent) => sent.tab === post().tab,
    outbox: () => post().outbox,
  };
}

type Post = {
  state: DecisionsState;
  tab: string;
  readonly outbox: DecisionOutbox;
  readonly listeners: Set<() => void>;
  ears: DecisionEars | null;
};

const QUIET: DecisionsState = { waiting: [], refused: [], line: "open", isStorageBroken: false };
const posts = new Map<string, Post>();

function postOf(userId: string, projectId: string): Post {
  const name = `onrecord-decisions-${userId}-${projectId}`;
  const known = posts.get(name);
  if (known) return known;
  const named = tabName();
  const tabs = otherTabs(name, {
    onTold: () => void posts.get(name)?.outbox.reload(),
    onLine: (line) => posts.get(name)?.outbox.hear(line),
    onAsked: () => posts.get(name)?.outbox.retry(),
  });
  let early = QUIET;
  const storage = decisionStorage(userId, projectId);
  const outbox = decisionOutbox({
    // Whose they are must be known when they are read.
    storage: { ...storage, load: () => named.then(storage.load) },
    send: sendDecision,
    isStillMe: () => actsFor(userId),
    // As long as the page of the browser lives, whatever screen of the app it shows.
    untilMyTurn: () => untilMyTurn(name, new AbortController().signal),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onState(state) {
      const post = posts.get(name);
      if (!post) {
        early = state;
        return;
      }
      post.state = state;
      for (const changed of post.listeners) changed();
    },
    onDone: (sent, annotation) => posts.get(name)?.ears?.onDone(sent, annotation),
    onGone: (sent) => posts.get(name)?.ears?.onGone(sent),
    onStored: tabs.tell,
    onLine: tabs.say,
    askToRetry: tabs.ask,
  });
  const made: Post = { state: early, tab: "", outbox, listeners: new Set(), ears: null };
  posts.set(name, made);
  outbox.hear(tabs.line() ?? "open");
  void named.then((tab) => {
    made.tab = tab;
  });
  window.addEventListener("online", () => outbox.retry());
  return made;
}
