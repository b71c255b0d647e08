/** A value that changes as a whole, and whoever wants to hear of it. */
export type Store<State> = {
  get(): State;
  /** Puts in what changed. Listeners are called before it returns. */
  set(change: Partial<State> | ((before: State) => Partial<State>)): void;
  subscribe(listener: () => void): () => void;
};

/** States are never changed in place: whoever holds one may compare it with the next. */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      const next = typeof change === "function" ? change(state) : change;
      const isSame = Object.entries(next).every(([name, value]) =>
        Object.is(Reflect.get(state, name), value),
      );
      if (isSame) return;
      state = { ...state, ...next };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
