import { callApi, type ApiOutcome } from "#components/http/call-api.ts";
import type { UserSettings } from "#lib/access/model.ts";
import {
  changed,
  keymapOf,
  NO_KEPT_KEYS,
  readKeptKeys,
  settled,
  type KeptKeys,
} from "./commands/kept-keys.ts";
import type { KeyChanges, Keymap } from "./commands/keymap.ts";

/** What a person has chosen for themselves, as far as it is known here. */
type Own = { readonly keymap: Keymap } | { readonly sharesActiveTime: boolean };

/** A person's own settings: keys at hand in this browser at once, and the same on every machine of theirs. */
export type OwnSettings = {
  changeKeys(changes: KeyChanges): void;
  shareActiveTime(shares: boolean): Promise<ApiOutcome<unknown>>;
  /** Shows the settings now, and whenever they change here, in another tab or on another machine. */
  start(show: (own: Own) => void): () => void;
};

/** Where the browser keeps nothing, keys last until the page is left, and go to the server all the same. */
export function ownSettings(userId: string): OwnSettings {
  const place = `onrecord-keys-${userId}`;
  let memory: KeptKeys | null = null;
  let show: ((own: Own) => void) | null = null;
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
    show?.({ keymap: keymapOf(kept) });
  }
  /** Sends what was changed here, or asks; then once more, if something was changed meanwhile. */
  async function exchange(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    const { unsent } = load();
    const answer = await patch(Object.keys(unsent).length > 0 ? { keys: unsent } : null);
    isAsking = false;
    if (answer.kind !== "done") return;
    const kept = settled(load(), unsent, answer.body.keys);
    save(kept);
    show?.({ sharesActiveTime: answer.body.sharesActiveTime });
    if (Object.keys(kept.unsent).length > 0) await exchange();
  }

  return {
    changeKeys(changes) {
      save(changed(load(), changes));
      void exchange();
    },
    async shareActiveTime(sharesActiveTime) {
      const answer = await patch({ sharesActiveTime });
      if (answer.kind === "done") show?.({ sharesActiveTime: answer.body.sharesActiveTime });
      return answer;
    },
    start(shown) {
      show = shown;
      shown({ keymap: keymapOf(load()) });
      const leaving = new AbortController();
      const { signal } = leaving;
      const ask = () => void exchange();
      addEventListener("online", ask, { signal });
      addEventListener(
        "storage",
        ({ key }) => {
          if (key === place) shown({ keymap: keymapOf(load()) });
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
        show = null;
      };
    },
  };
}

/** Null changes nothing, and says what the settings are. */
function patch(body: object | null): Promise<ApiOutcome<UserSettings>> {
  const path = "/me/settings";
  return callApi(body ? { method: "PATCH", path, body } : { method: "GET", path });
}

const SOON_MS = 1_000;
