import type { Announcement } from "#lib/realtime/model.ts";

/** What the tabs of one person tell each other, so that only one of them holds a stream. */
export type TabMessage =
  /** Somebody has everything up to this number and asks for the rest; null: wants only what comes. */
  | { readonly kind: "hello"; readonly number: number | null }
  /** Everything after `after` up to `number`, as far as it is for this person. */
  | {
      readonly kind: "told";
      readonly after: number;
      readonly number: number;
      readonly announcements: readonly Announcement[];
    }
  /** What was missed is no longer to be had. */
  | { readonly kind: "reset"; readonly number: number }
  | { readonly kind: "presence" | "own"; readonly articleId: string }
  | { readonly kind: "line"; readonly isOpen: boolean }
  | { readonly kind: "ended" };

/** Most announcements that the tab with the stream keeps for the others. */
const KEPT = 2_000;

/** The memory of the tab that holds the stream. */
export type Relay = {
  /** Nothing before or at this number is kept. */
  readonly from: number;
  /** Everything up to this number was told. */
  readonly number: number;
  readonly kept: readonly Announcement[];
};

export function relayFrom(number: number): Relay {
  return { from: number, number, kept: [] };
}

/** The next announcement of the stream, and what the other tabs are told of it. */
export function relayed(
  relay: Relay,
  announcement: Announcement,
): { relay: Relay; message: TabMessage } {
  const kept = [...relay.kept, announcement].slice(-KEPT);
  const dropped = relay.kept.length + 1 - kept.length;
  return {
    relay: {
      from: dropped > 0 ? (relay.kept[dropped - 1]?.number ?? relay.from) : relay.from,
      number: announcement.number,
      kept,
    },
    message: {
      kind: "told",
      after: relay.number,
      number: announcement.number,
      announcements: [announcement],
    },
  };
}

/** What a tab is answered that has everything up to a number. */
export function replay(relay: Relay, number: number): TabMessage {
  if (number < relay.from) return { kind: "reset", number: relay.number };
  return {
    kind: "told",
    after: number,
    number: Math.max(number, relay.number),
    announcements: relay.kept.filter((each) => each.number > number),
  };
}

/** What a tab that listens does with what it is told. */
export type Heard =
  | {
      readonly kind: "news";
      readonly announcements: readonly Announcement[];
      readonly number: number;
    }
  /** Something in between was missed: it asks. */
  | { readonly kind: "gap" }
  | { readonly kind: "nothing" };

/** Each announcement once, whatever is told twice; nothing while one before it is missing. */
export function hear(number: number, told: Extract<TabMessage, { kind: "told" }>): Heard {
  if (told.after > number) return { kind: "gap" };
  if (told.number <= number) return { kind: "nothing" };
  return {
    kind: "news",
    number: told.number,
    announcements: told.announcements.filter((each) => each.number > number),
  };
}
