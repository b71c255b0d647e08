/**
 * Of several tabs of one person only one sends what lies in `outbox`. Resolves when it is this one's turn, which it keeps
 * until `left` aborts. Where the browser has no locks (an address without https) each tab sends; that
 * is harmless, since a repeated request changes nothing.
 */
export function untilMyTurn(outbox: string, left: AbortSignal): Promise<void> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return Promise.resolve();
  return new Promise((resolve) => {
    navigator.locks
      .request(outbox, { signal: left }, () => {
        // The turn can come in the very moment in which the page is left: then it is passed on.
        if (left.aborted) return undefined;
        resolve();
        return new Promise<void>((done) => {
          left.addEventListener("abort", () => done(), { once: true });
        });
      })
      // The page was left before its turn came.
      .catch(() => undefined);
  });
}

/** Tells the person's other tabs that an outbox has changed, and hears it from them. */
export function otherTabs(outbox: string, onTold: () => void): { tell(): void; close(): void } {
  const onStorage = (event: StorageEvent) => {
    if (event.key === outbox) onTold();
  };
  window.addEventListener("storage", onStorage);
  return {
    tell() {
      try {
        localStorage.setItem(outbox, crypto.getRandomValues(new Uint32Array(2)).join("-"));
      } catch {
        // Without storage the tabs do not hear of each other; each looks again when it is opened.
      }
    },
    close: () => window.removeEventListener("storage", onStorage),
  };
}
