import type { Store } from "./store.ts";

/** A store's value as it was when the last frame was on the screen. */
export type AfterPaint<State> = Pick<Store<State>, "get" | "subscribe"> & {
  /** Takes over at once what waits for the frame. */
  catchUp(): void;
  /** Whether something waits. */
  isBehind(): boolean;
};

/**
 * Follows a store a frame behind: however often it changes meanwhile, those who listen here hear of it
 * once, when `whenPainted` calls back. So a mark is on the screen before what stands beside it is drawn.
 */
export function afterPaint<State>(
  store: Pick<Store<State>, "get" | "subscribe">,
  whenPainted: (run: () => void) => void,
): AfterPaint<State> {
  let shown = store.get();
  let isAsked = false;
  const listeners = new Set<() => void>();

  function catchUp(): void {
    if (shown === store.get()) return;
    shown = store.get();
    for (const listener of listeners) listener();
  }

  function onChange(): void {
    if (isAsked) return;
    isAsked = true;
    whenPainted(() => {
      isAsked = false;
      catchUp();
    });
  }

  let stop: (() => void) | null = null;
  return {
    get: () => shown,
    isBehind: () => shown !== store.get(),
    catchUp,
    subscribe(listener) {
      stop ??= store.subscribe(onChange);
      listeners.add(listener);
      // What changed before anybody listened.
      if (shown !== store.get()) onChange();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}
