import type { Desk } from "../model.ts";

const NOTHING = "Nothing was changed elsewhere here, and nothing refused.";

/** Of two versions of an annotation the reader's own stands; a refused change is sent again. */
export function keepMine(desk: Desk, id: string): void {
  if (!isStopped(desk, id)) return desk.say(NOTHING);
  desk.keepMine(id);
  desk.say("Yours is kept, and goes to the server.");
}

/** Of two versions the other stands; a refused change is let go. */
export function takeTheirs(desk: Desk, id: string): void {
  const isNewer = desk.store.get().live.newer.has(id);
  if (!isNewer && !isStopped(desk, id)) return desk.say(NOTHING);
  void desk.takeTheirs(id);
  desk.say(
    isNewer || isConflict(desk, id) ? "The other version is taken." : "Your change is let go.",
  );
}

function isStopped(desk: Desk, id: string): boolean {
  return stoppedAt(desk, id) !== undefined;
}

function isConflict(desk: Desk, id: string): boolean {
  return stoppedAt(desk, id)?.status === "conflict";
}

function stoppedAt(desk: Desk, id: string) {
  return desk.store
    .get()
    .pending.get(id)
    ?.find(({ status }) => status !== "waiting");
}
