import type { Outcome, PendingChange, Change } from "./change.ts";
import { isEvidenceChange } from "#components/evidence/evidence-change.ts";
import { isTalk } from "#components/threads/talk-change.ts";
import { isVersioned, subjectOf, subjectsOf } from "./change.ts";

/** Changes in the order in which they were made. */
export type Queue = readonly PendingChange[];

/** What to write into the browser's database so that it says what the queue says. */
export type QueueStep = {
  readonly queue: Queue;
  readonly put: readonly PendingChange[];
  readonly remove: readonly string[];
};

/**
 * Adds a change. A write of an annotation takes the place of an earlier one that never set out:
 * typing in a card makes one request, not twenty. `mayReplace` is false in a tab that does not send.
 */
export function enqueue(queue: Queue, added: PendingChange, mayReplace: boolean): QueueStep {
  const subject = subjectOf(added.change);
  const earlier = queue.findLast((each) => subjectsOf(each.change).includes(subject));
  if (earlier && mayReplace && takesThePlaceOf(added.change, earlier)) {
    const merged: PendingChange = {
      ...earlier,
      change: added.change,
      status: "waiting",
      problem: null,
      isKept: false,
    };
    return { queue: replaced(queue, merged), put: [merged], remove: [] };
  }
  const waitsFor = queue.some(
    (each) => isVersioned(each.change) && subjectOf(each.change) === subject,
  );
  const next = waitsFor ? { ...added, base: "previous" as const } : added;
  return { queue: [...queue, next], put: [next], remove: [] };
}

/**
 * The changes that may set out now: those with no earlier change on the same subject before them, be
 * it under way, refused or in conflict. At most `room` of them, in order.
 */
export function sendable(queue: Queue, underWay: ReadonlySet<string>, room: number): Queue {
  const blocked = new Set<string>();
  const found: PendingChange[] = [];
  for (const each of queue) {
    const subjects = subjectsOf(each.change);
    const isFree = subjects.every((subject) => !blocked.has(subject));
    if (isFree && each.status === "waiting" && !underWay.has(each.key)) {
      if (found.length === room) break;
      found.push(each);
    }
    // A link waits for its annotations; they do not wait for it, unless it goes first: who withdraws an
    // annotation takes its links away, and there would be nothing left to delete.
    // And evidence goes before its annotation is withdrawn.
    const isGoing =
      each.status === "waiting" &&
      (each.change.kind === "delete-link" || isEvidenceChange(each.change));
    for (const subject of isGoing ? subjects : [subjectOf(each.change)]) blocked.add(subject);
  }
  return found;
}

/** What an answer makes of the queue. An unknown fate leaves it as it is: the change is sent again. */
export function settle(queue: Queue, key: string, outcome: Outcome): QueueStep {
  const sent = queue.find((each) => each.key === key);
  if (!sent || outcome.kind === "unreachable" || outcome.kind === "signed-out") {
    return { queue, put: [], remove: [] };
  }
  if (outcome.kind !== "done") {
    const stopped: PendingChange = { ...sent, status: outcome.kind, problem: outcome.problem };
    return { queue: replaced(queue, stopped), put: [stopped], remove: [] };
  }
  const rest = queue.filter((each) => each.key !== key);
  const subject = subjectOf(sent.change);
  const next = rest.find(
    (each) => each.base === "previous" && subjectOf(each.change) === subject && each.key > key,
  );
  if (!next || outcome.version === null) return { queue: rest, put: [], remove: [key] };
  const based: PendingChange = { ...next, base: outcome.version };
  return { queue: replaced(rest, based), put: [based], remove: [key] };
}

/**
 * Changes as they were found in the browser's database: one that stands behind another of the same
 * annotation is based on it, even if it was made before the other had been found.
 */
export function chained(found: Queue): Queue {
  const before = new Set<string>();
  return found.map((each) => {
    if (!isVersioned(each.change)) return each;
    const subject = subjectOf(each.change);
    const isFirst = !before.has(subject);
    before.add(subject);
    return isFirst || each.base === "previous" ? each : { ...each, base: "previous" };
  });
}

/** Sends a stopped change again, on top of what the server holds now: "keep mine". */
export function keepMine(queue: Queue, subject: string, version: number | null): QueueStep {
  const stopped = queue.find(
    (each) => each.status !== "waiting" && subjectOf(each.change) === subject,
  );
  if (!stopped) return { queue, put: [], remove: [] };
  const again: PendingChange = {
    ...stopped,
    status: "waiting",
    problem: null,
    base: version ?? stopped.base,
  };
  return { queue: replaced(queue, again), put: [again], remove: [] };
}

/**
 * Lets go of every change of one thing, and of the links that would hang on it: "take theirs". What was
 * said about it, and put beside it, stays.
 */
export function letGo(queue: Queue, subject: string): QueueStep {
  const gone = queue.filter((each) =>
    isTalk(each.change) || isEvidenceChange(each.change)
      ? subjectOf(each.change) === subject ||
        ("threadId" in each.change && each.change.threadId === subject)
      : subjectsOf(each.change).includes(subject),
  );
  const keys = new Set(gone.map((each) => each.key));
  return { queue: queue.filter((each) => !keys.has(each.key)), put: [], remove: [...keys] };
}

function takesThePlaceOf(added: Change, earlier: PendingChange): boolean {
  const before = earlier.change;
  // Once it has set out the server may have it. A refused one it certainly has not.
  const isUnsent = earlier.attempts === 0 || earlier.status === "refused";
  if (!isUnsent || added.kind !== before.kind) return false;
  return ["put-annotation", "correct-block", "put-message", "put-evidence"].includes(added.kind);
}

function replaced(queue: Queue, by: PendingChange): Queue {
  return queue.map((each) => (each.key === by.key ? by : each));
}
