import { JUMPS } from "#components/editor/caret-keys.ts";

/** Keys of the reader's own, by command; commands that are not named have the keys of the table. */
export type Keymap = Readonly<Record<string, string>>;

/** Keys that were changed, by command; null has the keys of the table again. */
export type KeyChanges = Readonly<Record<string, string | null>>;

/** The reader's own keys for the caret's jumps, by where they lie. */
export function ownJumps(keymap: Keymap): Record<string, string | undefined> {
  return Object.fromEntries(JUMPS.map(({ id }) => [id, keymap[id]]));
}

export function withChanges(keymap: Keymap, changes: KeyChanges): Keymap {
  return Object.fromEntries(
    Object.entries({ ...keymap, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    ),
  );
}
