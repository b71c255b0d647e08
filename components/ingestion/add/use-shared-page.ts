import { useEffect, useState } from "react";
import { SHARE_READY } from "./bookmarklet-code.ts";
import { readSharedPage, type SharedPage } from "./read-shared-page.ts";

/** Older bookmarks, and windows that went on, never answer. */
const LONGEST_WAIT_MS = 4_000;

/** The page in front of somebody, once the window that opened this one has handed it over. */
export type Shared =
  | { readonly kind: "page"; readonly page: SharedPage }
  | { readonly kind: "awaited" }
  | { readonly kind: "none"; readonly problem: string | null };

/**
 * Asks the window that opened this one for its page, and takes it from nobody else. Without such a
 * window, or without an answer, there is only the address.
 */
export function useSharedPage(address: string | null): Shared {
  const [shared, setShared] = useState<Shared>({ kind: "awaited" });
  useEffect(() => {
    const opener: Window | null = window.opener;
    if (address === null || opener === null || opener.closed) {
      setShared({ kind: "none", problem: null });
      return;
    }
    const take = (event: MessageEvent<unknown>) => {
      if (event.source !== opener) return;
      const read = readSharedPage(event.data, event.origin);
      if (read === null) return;
      setShared("problem" in read ? { kind: "none", ...read } : { kind: "page", page: read });
    };
    const giveUp = setTimeout(
      () => setShared((now) => (now.kind === "awaited" ? { kind: "none", problem: null } : now)),
      LONGEST_WAIT_MS,
    );
    window.addEventListener("message", take);
    // Said to the site of the address only: whatever else stands there by now has nothing to do with it.
    opener.postMessage(SHARE_READY, new URL(address).origin);
    return () => {
      clearTimeout(giveUp);
      window.removeEventListener("message", take);
    };
  }, [address]);
  return shared;
}
