import type { DecisionOutboxOptions, Line, SentDecision } from "./sent-decision.ts";

export type DecisionOutbox = {
  add(sent: Omit<SentDecision, "attempts" | "refusal">): void;
  /** Takes a decision out that has not set out yet. False when it may have arrived. */
  takeOut(annotationId: string): Promise<boolean>;
  /** The person has been told that it was refused. */
  forget(key: string): void;
  /** Reads what other tabs, or this one before a reload, have put there. */
  reload(): Promise<void>;
  /** The tab that sends says how the line is. */
  hear(line: Line): void;
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
  const { storage } = options;
  let rows: readonly SentDecision[] = [];
  let line: Line = "open";
  let isStorageBroken = false;
  let isSender = false;
  let isSending = false;
  let isStopped = false;
  let failures = 0;
  /** How many steps were taken here: tells whether something moved while the database was read. */
  let steps = 0;
  // What lay here before a reload may be another person's by now.
  let isSure = false;
  let wake: (() => void) | null = null;
  let written: Promise<unknown> = Promise.resolve();
  /** Those that are in the browser's database. */
  const kept = new Set<string>();

  function report(next: { rows?: readonly SentDecision[]; line?: Line }): void {
    if (next.rows) steps++;
    rows = next.rows ?? rows;
    if (next.line && next.line !== line) {
      ({ line } = next);
      if (isSender) options.onLine(line);
    }
    if (isStopped) return;
    const waiting = rows.filter(({ refusal }) => refusal === null);
    const refused = rows.filter(({ refusal }) => refusal !== null);
    options.onState({ waiting, refused, line, isStorageBroken });
  }

  /** One after another; what the browser does not keep is done from memory. */
  function write<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    const done = written.then(work).then(
      (value) => {
        isStorageBroken = false;
        return value;
      },
      () => {
        isStorageBroken = true;
        report({});
        return otherwise;
      },
    );
    written = done;
    return done;
  }

  function put(sent: SentDecision): Promise<void> {
    return write(async () => {
      await storage.put(sent);
      kept.add(sent.key);
    }, undefined).then(options.onStored);
  }

  function remove(key: string): void {
    report({ rows: rows.filter((each) => each.key !== key) });
    if (kept.delete(key)) void write(() => storage.remove(key), undefined).then(options.onStored);
  }

  async function pump(): Promise<void> {
    if (isSending || isStopped || !isSender) return;
    isSending = true;
    for (;;) {
      await written;
      const sent = rows.find(({ refusal }) => refusal === null);
      if (!sent || isStopped || !(await isMine())) break;
      if (kept.has(sent.key) && !(await write(() => storage.setOut(sent.key), true))) {
        // Another tab has taken it out: nothing has happened.
        kept.delete(sent.key);
        report({ rows: rows.filter(({ key }) => key !== sent.key) });
        options.onGone([sent]);
        continue;
      }
      const current = { ...sent, attempts: sent.attempts + 1 };
      report({ rows: swapped(current) });
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
      report({ line: "open" });
      if (outcome.kind === "done") {
        remove(current.key);
        options.onDone(current, outcome.body);
      } else {
        const refused = { ...current, refusal: outcome.problem };
        // First it is kept: whoever is told of it now lets go of it.
        void put(refused);
        report({ rows: swapped(refused) });
      }
    }
    isSending = false;
  }

  function swapped(by: SentDecision): SentDecision[] {
    return rows.map((each) => (each.key === by.key ? by : each));
  }

  async function isMine(): Promise<boolean> {
    if (isSure) return true;
    const answer = await options.isStillMe();
    if (answer === true) isSure = true;
    if (answer === false) report({ line: "other-person" });
    // While nobody answers, the request itself will tell why.
    return answer !== false;
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

  async function reload(): Promise<void> {
    const from = steps;
    const found = await write(() => storage.load(), null);
    if (found === null || isStopped) return;
    if (steps !== from) return reload();
    const there = new Set(found.map(({ key }) => key));
    const gone = rows.filter(({ key }) => kept.has(key) && !there.has(key));
    const unkept = rows.filter(({ key }) => !kept.has(key));
    for (const { key } of gone) kept.delete(key);
    for (const key of there) kept.add(key);
    report({ rows: [...found, ...unkept] });
    const untold = gone.filter(({ refusal }) => refusal === null);
    if (untold.length > 0) options.onGone(untold);
    void pump();
  }

  void reload();
  void options.untilMyTurn().then(async () => {
    await reload();
    isSender = true;
    // What another tab said of the line no longer counts.
    report({ line: "open" });
    options.onLine("open");
    return pump();
  });

  return {
    add(made) {
      const sent: SentDecision = { ...made, attempts: 0, refusal: null };
      report({ rows: [...rows, sent] });
      void put(sent);
      if (line === "open" || line === "lost") void pump();
    },
    async takeOut(annotationId) {
      const last = rows.findLast(({ item }) => item.id === annotationId);
      if (!last || last.attempts > 0 || last.decision.kind === "undo") return false;
      await written;
      const isOut = !kept.has(last.key) || (await write(() => storage.takeOut(last.key), true));
      const now = rows.find(({ key }) => key === last.key);
      if (!isOut || !now || now.attempts > 0) return false;
      kept.delete(last.key);
      report({ rows: rows.filter(({ key }) => key !== last.key) });
      options.onStored();
      return true;
    },
    forget: remove,
    reload,
    hear(said) {
      if (!isSender) report({ line: said });
    },
    retry() {
      failures = 0;
      if (!isSender) options.askToRetry();
      else if (wake) wake();
      else void pump();
    },
    stop() {
      isStopped = true;
      wake?.();
    },
  };
}
