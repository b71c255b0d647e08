import type { Desk } from "#components/desk/model.ts";
import { focusOn } from "#components/desk/actions/focus.ts";

/**
 * Opens the thread that the address names (`?thread=…`, as notices and letters give it), once its talk
 * is known; the name then leaves the address, so that a reload does not open it again.
 */
export function openThreadOfAddress(desk: Desk): () => void {
  const id = new URLSearchParams(location.search).get("thread");
  if (!id) return () => undefined;
  desk.store.set({ panel: "talk", threadId: id });
  const open = () => {
    const thread = desk.store.get().threads.get(id);
    if (!thread) return;
    stop();
    const address = new URL(location.href);
    address.searchParams.delete("thread");
    history.replaceState(history.state, "", address);
    if (thread.annotationId !== null) focusOn(desk, thread.annotationId, "address");
  };
  const stop = desk.store.subscribe(open);
  open();
  return stop;
}
