import type { ApiOutcome, ApiProblem } from "#components/http/call-api.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Decision, QueueItem } from "./review-types.ts";

/** A decision, or its taking back, on the way to the server. */
export type SentDecision = {
  readonly key: string;
  readonly item: QueueItem;
  readonly decision: Decision | { readonly kind: "undo" };
  /** How often it has set out. From the first time on, the server may have it. */
  readonly attempts: number;
};

export type DecisionAnswer =
  | { readonly kind: "done"; readonly annotation: Annotation }
  | { readonly kind: "refused"; readonly problem: ApiProblem };

/** How the line to the server is. */
export type Line = "open" | "lost" | "signed-out" | "other-person";

export type DecisionOutboxOptions = {
  readonly storage: {
    load(): SentDecision[];
    /** False when the browser keeps nothing. */
    save(waiting: readonly SentDecision[]): boolean;
  };
  readonly send: (sent: SentDecision) => Promise<ApiOutcome<Annotation>>;
  /** Whether the browser still acts for the same person; null when that cannot be known now. */
  readonly isStillMe: () => Promise<boolean | null>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly onState: (waiting: readonly SentDecision[], line: Line) => void;
  readonly onSettled: (sent: SentDecision, answer: DecisionAnswer) => void;
};

export type DecisionOutbox = {
  add(sent: SentDecision): void;
  /** Takes a decision out that has not set out yet. False when it may have arrived. */
  takeOut(annotationId: string): boolean;
  /** Tries at once: the network is back, or the person has signed in again. */
  retry(): void;
  stop(): void;
};

const PATIENCE_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Decisions go to the server one after another, in the order in which they were made, and are kept in
 * the browser until it has answered. Repeating one is harmless, so a lost answer is asked for again.
 */
export function decisionOutbox(options: DecisionOutboxOptions): DecisionOutbox {
  let waiting = options.storage.load();
  let line: Line = "open";
  let isSending = false;
  let isStopped = false;
  let failures = 0;
  // What lay here before a reload may be another person's by now.
  let isSure = waiting.length === 0;
  let wake: (() => void) | null = null;

  function report(next: { waiting?: SentDecision[]; line?: Line }): void {
    if (next.waiting) {
      waiting = next.waiting;
      options.storage.save(waiting);
    }
    line = next.line ?? line;
    if (!isStopped) options.onState(waiting, line);
  }

  async function pump(): Promise<void> {
    if (isSending || isStopped) return;
    isSending = true;
    for (let sent = waiting[0]; sent && !isStopped; sent = waiting[0]) {
      if (!(await isMine())) break;
      const current = { ...sent, attempts: sent.attempts + 1 };
      report({ waiting: [current, ...waiting.slice(1)] });
      const outcome = await options.send(current);
      if (isStopped) return;
      if (outcome.kind === "signed-out") {
        isSure = false;
        report({ line: "signed-out" });
        break;
      }
      if (outcome.kind === "unreachable") {
        isSure = false;
        report({ line: "lost" });
        await pause(outcome.retryAfterMs);
        continue;
      }
      failures = 0;
      report({ waiting: waiting.slice(1), line: "open" });
      options.onSettled(
        current,
        outcome.kind === "done" ? { kind: "done", annotation: outcome.body } : outcome,
      );
    }
    isSending = false;
  }

  async function isMine(): Promise<boolean> {
    if (isSure) return true;
    const answer = await options.isStillMe();
    if (answer === true) {
      isSure = true;
      return true;
    }
    if (answer === false) {
      report({ line: "other-person" });
      return false;
    }
    // Nobody answers: the request itself will tell why.
    return true;
  }

  async function pause(retryAfterMs: number | null): Promise<void> {
    const patience = PATIENCE_MS[Math.min(failures++, PATIENCE_MS.length - 1)] ?? 30_000;
    await Promise.race([
      options.wait(retryAfterMs ?? patience),
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
    ]);
    wake = null;
  }

  if (waiting.length > 0) {
    options.onState(waiting, line);
    void pump();
  }

  return {
    add(sent) {
      report({ waiting: [...waiting, sent] });
      if (line === "open" || line === "lost") void pump();
    },
    takeOut(annotationId) {
      const last = waiting.findLast(({ item }) => item.id === annotationId);
      if (!last || last.attempts > 0 || last.decision.kind === "undo") return false;
      report({ waiting: waiting.filter(({ key }) => key !== last.key) });
      return true;
    },
    retry() {
      failures = 0;
      if (wake) wake();
      else void pump();
    },
    stop() {
      isStopped = true;
      wake?.();
    },
  };
}
