import { withChanges, type KeyChanges, type Keymap } from "./keymap.ts";

/**
 * A person's keys as this browser keeps them: what the server was last known to hold, and what was
 * changed here and is not there yet. Changes are sent one by one, so that two machines lose nothing
 * to each other; of two changes of one key the one that arrives last holds.
 */
export type KeptKeys = { readonly keys: Keymap; readonly unsent: KeyChanges };

export const NO_KEPT_KEYS: KeptKeys = { keys: {}, unsent: {} };

/** The keys that hold now. */
export function keymapOf({ keys, unsent }: KeptKeys): Keymap {
  return withChanges(keys, unsent);
}

export function changed(kept: KeptKeys, changes: KeyChanges): KeptKeys {
  return { ...kept, unsent: { ...kept.unsent, ...changes } };
}

/** After an answer: the server's keys, and what was changed here since that was sent. */
export function settled(kept: KeptKeys, sent: KeyChanges, keys: Keymap): KeptKeys {
  const unsent = Object.entries(kept.unsent).filter(([id, key]) => sent[id] !== key);
  return { keys, unsent: Object.fromEntries(unsent) };
}

/** What of something stored are kept keys. Lists of keys by command are what an older version kept. */
export function readKeptKeys(stored: unknown): KeptKeys {
  if (!isRecord(stored)) return NO_KEPT_KEYS;
  if (isRecord(stored.keys) && isRecord(stored.unsent)) {
    return {
      keys: pick(stored.keys, (key) => (typeof key === "string" ? key : undefined)),
      unsent: pick(stored.unsent, (key) =>
        typeof key === "string" || key === null ? key : undefined,
      ),
    };
  }
  const old = pick(stored, (keys: unknown) => {
    const [first]: unknown[] = Array.isArray(keys) ? keys : [];
    return typeof first === "string" ? first : undefined;
  });
  return { keys: {}, unsent: old };
}

function pick<Value>(
  stored: Record<string, unknown>,
  read: (value: unknown) => Value | undefined,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(stored).flatMap(([id, value]) => {
      const known = read(value);
      return known === undefined ? [] : [[id, known] as const];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
