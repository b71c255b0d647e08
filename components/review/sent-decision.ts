import type { ApiOutcome, ApiProblem } from "#components/http/call-api.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { DecisionStorage } from "./decision-storage.ts";
import type { Decision, QueueItem } from "./review-types.ts";

/** A decision, or its taking back, on the way to the server. */
export type SentDecision = {
  /** Version 7 of UUID: sorted by it, decisions stand in the order in which they were made. */
  readonly key: string;
  /** The tab in which it was made. */
  readonly tab: string;
  readonly item: QueueItem;
  readonly decision: Decision | { readonly kind: "undo" };
  /** How often it has set out. From the first time on, the server may have it. */
  readonly attempts: number;
  /** Why the server did not take it; it lies here until that has been told. */
  readonly refusal: ApiProblem | null;
};

export type DecisionAnswer =
  | { readonly kind: "done"; readonly annotation: Annotation }
  | { readonly kind: "refused"; readonly problem: ApiProblem };

/** How the line to the server is. */
export type Line = "open" | "lost" | "signed-out" | "other-person";

export type DecisionsState = {
  /** Made, and not answered yet. */
  readonly waiting: readonly SentDecision[];
  /** Not taken, and not told yet. */
  readonly refused: readonly SentDecision[];
  readonly line: Line;
  /** The browser keeps nothing: a decision is safe only once it is answered. */
  readonly isStorageBroken: boolean;
};

export type DecisionOutboxOptions = {
  readonly storage: DecisionStorage;
  readonly send: (sent: SentDecision) => Promise<ApiOutcome<Annotation>>;
  /** Whether the browser still acts for the same person; null when that cannot be known now. */
  readonly isStillMe: () => Promise<boolean | null>;
  /** Of all tabs only one sends; resolves when it is this one's turn. */
  readonly untilMyTurn: () => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly onState: (state: DecisionsState) => void;
  readonly onDone: (sent: SentDecision, annotation: Annotation) => void;
  /** Another tab has brought these to the server, or taken them out before. */
  readonly onGone: (sent: readonly SentDecision[]) => void;
  /** Other tabs should look at the database again. */
  readonly onStored: () => void;
  /** How the line is, for tabs that do not send. */
  readonly onLine: (line: Line) => void;
  /** The tab that sends should try at once. */
  readonly askToRetry: () => void;
};
