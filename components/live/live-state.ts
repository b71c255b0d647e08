import type { Annotation } from "#lib/annotations/model.ts";
import type { PresentReader } from "#lib/realtime/model.ts";

/** What the desk knows of others, and of what has become of its place since it was opened. */
export type LiveState = {
  /** Whether news arrive at the moment; null before the first line was opened. */
  readonly isOnLine: boolean | null;
  /** Everybody else who has the article open. */
  readonly readers: readonly PresentReader[];
  /**
   * What the server holds of annotations that the reader has in hand: not laid over what they write,
   * but shown beside it.
   */
  readonly newer: ReadonlyMap<string, Annotation>;
  /** Who changed them. */
  readonly by: ReadonlyMap<string, string>;
  /** A newer revision of the text than the one on the page. */
  readonly revision: number | null;
  /** The guidelines have changed since the desk was opened. */
  readonly areGuidelinesOld: boolean;
  /** Why nothing can be sent from here any more. */
  readonly ended: Ended | null;
};

export type Ended =
  /** No member any more, or the article is gone. */
  | { readonly kind: "removed" }
  | { readonly kind: "merged"; readonly into: { readonly id: string; readonly title: string } };

export const QUIET: LiveState = {
  isOnLine: null,
  readers: [],
  newer: new Map(),
  by: new Map(),
  revision: null,
  areGuidelinesOld: false,
  ended: null,
};
