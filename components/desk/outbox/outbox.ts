import type { Change, Outcome, PendingChange } from "./change.ts";
import { subjectOf } from "./change.ts";
import { keeperOf } from "./keeper.ts";
import {
  chained,
  enqueue,
  keepMine,
  letGo,
  sendable,
  settle,
  type Queue,
  type QueueStep,
} from "./queue.ts";
import type { OutboxOptions, OutboxState } from "./outbox-options.ts";

/** How the line to the server is. */
export type Connection =
  | "open"
  /** Changes wait here, and are sent when it answers again. */
  | "lost"
  /** The session has ended: the password is needed. */
  | "signed-out"
  /** Somebody else is signed in in this browser now. */
  | "other-person";

export type Outbox = {
  state(): OutboxState;
  /** Takes changes in; `base` gives the version of an annotation that the server is known to hold. */
  add(changes: readonly Change[], base: (subject: string) => number | null): void;
  keepMine(subject: string, version: number | null): void;
  letGo(subject: string): void;
  /** Reads what other tabs, or this one before a reload, have put there. */
  reload(): Promise<void>;
  /** The tab that sends says how the line is. */
  hear(line: Connection): void;
  /** Tries at once: the network is back, the password was given. */
  retry(): void;
  stop(): void;
};

const AT_ONCE = 4;
const PATIENCE_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Every change goes into the browser's database first, then to the server, in order for each thing
 * and exactly once in effect: requests name what they make, so that a repeated one changes nothing.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  let state: OutboxState = { queue: [], connection: "open", isStorageBroken: false };
  let isSender = false;
  let isStopped = false;
  let failures = 0;
  let isIdentityKnown = false;
  let pause: { cancel: () => void } | null = null;
  const underWay = new Set<string>();
  /** How many steps the queue has taken here: tells whether it moved while something was read. */
  let steps = 0;

  function update(next: Partial<OutboxState>): void {
    const before = state;
    state = { ...state, ...next };
    options.onState(state);
    if (isSender && state.connection !== before.connection) options.onLine(state.connection);
  }

  function take(step: QueueStep): void {
    steps++;
    if (step.queue !== state.queue) update({ queue: step.queue });
    if (step.put.length === 0 && step.remove.length === 0) return;
    keeper.write(step);
  }

  const keeper = keeperOf({
    storage: options.storage,
    wait: options.wait,
    isStopped: () => isStopped,
    onKept(rows) {
      const kept = new Map(rows.map((each) => [each.key, each]));
      update({
        queue: state.queue.map((each) =>
          kept.get(each.key) === each ? { ...each, isKept: true } : each,
        ),
      });
    },
    onBroken(isStorageBroken) {
      update({ isStorageBroken });
      if (isStorageBroken) return;
      // It keeps things again: what came meanwhile, and what had lain there unread.
      keeper.write({ put: state.queue.filter((each) => !each.isKept), remove: [] });
      void reload();
    },
    onDone() {
      options.onStored();
      pump();
    },
  });

  function pump(): void {
    if (!isSender || isStopped || pause || state.connection === "signed-out") return;
    // Nothing leaves before it is kept, unless the browser keeps nothing at all.
    const ready = sendable(state.queue, underWay, AT_ONCE - underWay.size).filter(
      (each) => each.isKept || state.isStorageBroken,
    );
    for (const each of ready) void dispatch(each);
  }

  async function dispatch(change: PendingChange): Promise<void> {
    underWay.add(change.key);
    if (!(await isStillMe())) {
      underWay.delete(change.key);
      return;
    }
    // While that was asked, the change may have been given other content, or let go.
    const latest = state.queue.find((each) => each.key === change.key);
    if (!latest || isStopped) {
      underWay.delete(change.key);
      return;
    }
    const leaving = { ...latest, attempts: latest.attempts + 1 };
    take({ queue: swap(leaving), put: [leaving], remove: [] });
    await keeper.written();
    if (isStopped) return;
    const outcome = await options.send(leaving);
    underWay.delete(change.key);
    if (isStopped) return;
    receive(leaving, outcome);
  }

  /** Before the first request and after each silence: whose session is this? */
  async function isStillMe(): Promise<boolean> {
    if (isIdentityKnown) return true;
    const who = await options.whoIs();
    if (who === null || who === options.userId) {
      isIdentityKnown = who !== null;
      return true;
    }
    update({ connection: "other-person" });
    rest(PATIENCE_MS.at(-1) ?? 0);
    return false;
  }

  function receive(change: PendingChange, outcome: Outcome): void {
    if (outcome.kind === "unreachable") {
      failures++;
      isIdentityKnown = false;
      update({ connection: "lost" });
      rest(outcome.retryAfterMs ?? PATIENCE_MS[Math.min(failures, PATIENCE_MS.length) - 1] ?? 0);
      return;
    }
    if (outcome.kind === "signed-out") {
      isIdentityKnown = false;
      update({ connection: "signed-out" });
      return;
    }
    failures = 0;
    if (state.connection !== "open") update({ connection: "open" });
    // First the answer, then the queue: nobody sees the moment between.
    options.onSettled(change, outcome);
    take(settle(state.queue, change.key, outcome));
    pump();
  }

  function rest(milliseconds: number): void {
    if (pause) return;
    const current = { cancel: () => undefined as void };
    pause = current;
    const over = new Promise<void>((resolve) => {
      current.cancel = resolve;
    });
    void Promise.race([options.wait(milliseconds), over]).then(() => {
      if (pause === current) pause = null;
      pump();
    });
  }

  function swap(change: PendingChange): Queue {
    return state.queue.map((each) => (each.key === change.key ? change : each));
  }

  void options.untilMyTurn().then(async () => {
    await reload();
    isSender = true;
    // What another tab said of the line no longer counts.
    update({ connection: "open" });
    options.onLine("open");
    pump();
  });

  async function reload(): Promise<void> {
    const from = steps;
    await keeper.written();
    try {
      const rows = await options.storage.load(options.userId);
      const known = new Set(rows.map((row) => row.key));
      // What this tab had on disk and is there no more was settled by the tab that sends.
      const settled = state.queue.filter((each) => each.isKept && !known.has(each.key));
      if (steps === from && settled.length > 0) await options.onSettledElsewhere(settled);
      // What was read is old when the queue has moved meanwhile; it must not undo what is newer.
      if (steps !== from) return isStopped ? undefined : await reload();
      const unkept = state.queue.filter((each) => !each.isKept && !known.has(each.key));
      update({ queue: chained([...rows, ...unkept]) });
    } catch {
      keeper.fails();
    }
    pump();
  }

  return {
    state: () => state,
    add(changes, base) {
      for (const change of changes) {
        const added: PendingChange = {
          key: options.makeKey(state.queue.at(-1)?.key ?? null),
          userId: options.userId,
          articleId: options.articleId,
          madeAt: options.now(),
          change,
          base: base(subjectOf(change)),
          attempts: 0,
          status: "waiting",
          problem: null,
          isKept: false,
        };
        take(enqueue(state.queue, added, isSender));
      }
    },
    keepMine: (subject, version) => take(keepMine(state.queue, subject, version)),
    letGo: (subject) => take(letGo(state.queue, subject)),
    reload,
    hear(connection) {
      if (!isSender && state.connection !== connection) update({ connection });
    },
    retry() {
      failures = 0;
      if (!isSender) options.askToRetry();
      if (state.connection !== "open") update({ connection: "open" });
      pause?.cancel();
      pause = null;
      pump();
    },
    stop() {
      isStopped = true;
      pause?.cancel();
    },
  };
}
