import { JUMPS } from "#components/editor/caret-keys.ts";

/** Keys of the reader's own, by command; commands that are not named have the keys of the table. */
export type Keymap = Readonly<Record<string, readonly string[]>>;

/** The reader's own keys for the caret's jumps, by where they lie. */
export function ownJumps(keymap: Keymap): Record<string, string | undefined> {
  return Object.fromEntries(JUMPS.map(({ id }) => [id, keymap[id]?.[0]]));
}

/** Where a person's keys are kept: this browser now, behind one door. */
export type KeymapStore = {
  load(): Keymap;
  save(keymap: Keymap): void;
};

/** A person's keys in this browser. Where it keeps nothing, they last until the page is left. */
export function browserKeymap(userId: string): KeymapStore {
  const place = `onrecord-keys-${userId}`;
  return {
    load() {
      try {
        return readKeymap(JSON.parse(localStorage.getItem(place) ?? "{}"));
      } catch {
        return {};
      }
    },
    save(keymap) {
      try {
        localStorage.setItem(place, JSON.stringify(keymap));
      } catch {
        // They hold in this page; nothing else can be done.
      }
    },
  };
}

/** What of something stored is a keymap: lists of strings by name. */
export function readKeymap(stored: unknown): Keymap {
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(
      (entry): entry is [string, string[]] =>
        Array.isArray(entry[1]) && entry[1].every((key) => typeof key === "string"),
    ),
  );
}
