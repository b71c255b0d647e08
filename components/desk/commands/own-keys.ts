import { callApi } from "#components/http/call-api.ts";
import type { UserSettings } from "#lib/access/model.ts";
import type { KeyChanges, Keymap } from "./keymap.ts";
import {
  changed,
  keymapOf,
  NO_KEPT_KEYS,
  readKeptKeys,
  settled,
  type KeptKeys,
} from "./kept-keys.ts";

/** A person's own keys: at hand in this browser at once, and the same on every machine of theirs. */
export type OwnKeys = {
  change(changes: KeyChanges): void;
  /** Says the keys now, and whenever they change here, in another tab or on another machine. */
  start(onKeymap: (keymap: Keymap) => void): () => void;
};

/** Where the browser keeps nothing, they last until the page is left, and go to the server all the same. */
export function ownKeys(userId: string): OwnKeys {
  const place = `onrecord-keys-${userId}`;
  let memory: KeptKeys | null = null;
  let listener: ((keymap: Keymap) => void) | null = null;
  let isAsking = false;

  function load(): KeptKeys {
    if (memory) return memory;
    try {
      return readKeptKeys(JSON.parse(localStorage.getItem(place) ?? "null"));
    } catch {
      return NO_KEPT_KEYS;
    }
  }
  function save(kept: KeptKeys): void {
    try {
      localStorage.setItem(place, JSON.stringify(kept));
      memory = null;
    } catch {
      memory = kept;
    }
    listener?.(keymapOf(kept));
  }
  async function exchange(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      const { unsent } = load();
      const isNews = Object.keys(unsent).length > 0;
      const answer = await callApi<Pick<UserSettings, "keys">>({
        method: isNews ? "PATCH" : "GET",
        path: "/me/settings",
        ...(isNews && { body: { keys: unsent } }),
      });
      if (answer.kind !== "done") return;
      const kept = settled(load(), unsent, answer.body.keys);
      save(kept);
      isAsking = false;
      if (Object.keys(kept.unsent).length > 0) await exchange();
    } finally {
      isAsking = false;
    }
  }

  return {
    change(changes) {
      save(changed(load(), changes));
      void exchange();
    },
    start(onKeymap) {
      listener = onKeymap;
      onKeymap(keymapOf(load()));
      const leaving = new AbortController();
      const { signal } = leaving;
      const ask = () => void exchange();
      addEventListener("online", ask, { signal });
      addEventListener(
        "storage",
        ({ key }) => {
          if (key === place) onKeymap(keymapOf(load()));
        },
        { signal },
      );
      // Who comes back to this window may have changed a key on another machine.
      document.addEventListener(
        "visibilitychange",
        () => {
          if (document.visibilityState === "visible") ask();
        },
        { signal },
      );
      // The keys of this browser will do until the page has been drawn.
      const timer = setTimeout(ask, SOON_MS);
      return () => {
        clearTimeout(timer);
        leaving.abort();
        listener = null;
      };
    },
  };
}

const SOON_MS = 1_000;
