import type { Desk } from "#components/desk/model.ts";
import { callApi } from "#components/http/call-api.ts";
import type { PresentReader } from "#lib/realtime/model.ts";

/** The one place to switch it off: where a project is blind, nobody is told who else is here. */
function isShown({ data }: Desk): boolean {
  return !data.isBlind;
}

const BEAT_MS = 15_000;
/** A new place is said at most this often. */
const MOVE_MS = 2_000;
/** Who came and went is asked for at most this often; with many readers the beat's answer will do. */
const ASK_MS = 1_000;
const MANY = 25;
/** Among many nobody follows where one reads from line to line. */
const MOVE_AMONG_MANY_MS = 15_000;

/** Says that the article is read here, and where; and learns who else does. */
export function startPresence(desk: Desk): { ask(): void; stop(): void } {
  if (!isShown(desk)) return { ask: () => undefined, stop: () => undefined };
  const tab = desk.newId();
  const path = `/articles/${desk.data.article.id}/presence`;
  let said: number | null = null;
  let isLeft = false;
  let moving: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;

  function take(items: readonly PresentReader[]): void {
    if (isLeft) return;
    const readers = items.filter(({ user }) => user.id !== desk.data.me.id);
    const before = desk.store.get().live.readers;
    if (JSON.stringify(before.map(shownOf)) === JSON.stringify(readers.map(shownOf))) return;
    desk.store.set(({ live }) => ({ live: { ...live, readers } }));
  }

  async function beat(): Promise<void> {
    // A page in the background is not read; after a while nobody is shown it.
    if (document.visibilityState !== "visible" || desk.store.get().live.ended) return;
    said = placeOf(desk);
    const body = { tab, place: said };
    const answer = await callApi<{ items: PresentReader[] }>({ method: "PUT", path, body });
    if (answer.kind === "done") take(answer.body.items);
  }

  function move(): void {
    const isCrowd = desk.store.get().live.readers.length > MANY;
    moving ??= setTimeout(
      () => {
        moving = undefined;
        if (placeOf(desk) !== said) void beat();
      },
      isCrowd ? MOVE_AMONG_MANY_MS : MOVE_MS,
    );
  }

  function ask(): void {
    if (desk.store.get().live.readers.length > MANY || document.visibilityState !== "visible")
      return;
    asking ??= setTimeout(() => {
      asking = undefined;
      void callApi<{ items: PresentReader[] }>({ method: "GET", path }).then((answer) => {
        if (answer.kind === "done") take(answer.body.items);
      });
    }, ASK_MS * Math.random());
  }

  /** The request outlives the page. */
  function leave(): void {
    void callApi({ method: "DELETE", path: `${path}?tab=${tab}`, keepalive: true });
  }

  const show = () => void beat();
  void beat();
  const beating = setInterval(show, BEAT_MS);
  let { caret } = desk.store.get();
  const stopWatching = desk.store.subscribe(() => {
    const now = desk.store.get().caret;
    if (now !== caret) move();
    caret = now;
  });
  document.addEventListener("visibilitychange", show);
  document.addEventListener("scroll", move, { capture: true, passive: true });
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", show);

  return {
    ask,
    stop() {
      isLeft = true;
      clearInterval(beating);
      clearTimeout(moving);
      clearTimeout(asking);
      stopWatching();
      document.removeEventListener("visibilitychange", show);
      document.removeEventListener("scroll", move, { capture: true });
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", show);
      leave();
    },
  };
}

function shownOf({ user, place }: PresentReader): unknown {
  return [user.id, place];
}

/** Where the reader is: at the caret while it is in view, else at the first line that is. */
function placeOf(desk: Desk): number | null {
  const pane = desk.pane.current;
  const scroller = document.querySelector("[data-scroller]")?.getBoundingClientRect();
  if (!pane || !scroller) return null;
  const { caret } = desk.store.get();
  const here = pane.caret(caret);
  if (here && here.top >= scroller.top && here.bottom <= scroller.bottom) return caret;
  return pane.at(scroller.left + scroller.width / 3, scroller.top + LINE_IN_VIEW);
}

/** Pixels below the upper edge at which a line is read and not only cut off. */
const LINE_IN_VIEW = 60;
