import type { PendingChange, Problem } from "../outbox/change.ts";
import type { Connection } from "../outbox/outbox.ts";
import type { DeskState } from "../state/desk-state.ts";

/** How safe an annotation is. */
export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "waiting" }
  | { readonly kind: "refused" | "conflict"; readonly problem: Problem };

const SAVED: SaveState = { kind: "saved" };
const SAVING: SaveState = { kind: "saving" };
const WAITING: SaveState = { kind: "waiting" };

/** "Saved" is said only once the server has it. */
export function saveStateOf(
  changes: readonly PendingChange[] | undefined,
  connection: Connection,
): SaveState {
  if (!changes || changes.length === 0) return SAVED;
  const stopped = changes.find((each) => each.status !== "waiting" && each.problem !== null);
  if (stopped?.problem) {
    return {
      kind: stopped.status === "conflict" ? "conflict" : "refused",
      problem: stopped.problem,
    };
  }
  return connection === "open" ? SAVING : WAITING;
}

/** The whole desk's state in a sentence, for the foot. */
export type SaveSummary = {
  readonly kind: "opening" | "saved" | "saving" | "waiting" | "signed-out" | "problem";
  readonly text: string;
};

export function saveSummary({
  queue,
  connection,
  isStorageBroken,
  isReady,
}: Pick<DeskState, "queue" | "connection" | "isStorageBroken" | "isReady">): SaveSummary {
  const stopped = queue.filter((each) => each.status !== "waiting").length;
  const waiting = queue.length - stopped;
  const changes = counted(waiting);
  if (isStorageBroken && waiting > 0) {
    const are = waiting === 1 ? "is" : "are";
    const text = `This browser keeps nothing: stay here until ${changes} ${are} saved.`;
    return { kind: "problem", text };
  }
  if (connection === "signed-out") {
    return { kind: "signed-out", text: `Your session has ended. ${kept(waiting)}` };
  }
  if (connection === "other-person") {
    return {
      kind: "problem",
      text: `Somebody else is signed in in this browser. ${kept(waiting)}`,
    };
  }
  if (connection === "lost" && waiting > 0) {
    return { kind: "waiting", text: `The connection is gone. ${kept(waiting)}` };
  }
  if (stopped > 0) {
    return {
      kind: "problem",
      text: `${counted(stopped)} ${stopped === 1 ? "needs" : "need"} you.`,
    };
  }
  if (waiting > 0) return { kind: "saving", text: "Saving …" };
  // What an earlier visit left unsent is still being read.
  if (!isReady) return { kind: "opening", text: "Opening …" };
  return { kind: "saved", text: "All saved" };
}

function kept(count: number): string {
  if (count === 0) return "Nothing is lost.";
  return `Your ${counted(count)} ${count === 1 ? "is" : "are"} kept here and will be sent.`;
}

function counted(count: number): string {
  return count === 1 ? "1 change" : `${count} changes`;
}
