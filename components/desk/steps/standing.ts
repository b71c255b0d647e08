import type { DeskState } from "../state/desk-state.ts";
import type { Standing } from "./left-behind.ts";

/** What stands on the desk now, as undo asks for it. */
export function standingOf(state: DeskState, myId: string): Standing {
  const { annotations, links, article, work, threads, evidence } = state;
  return {
    annotation: (id) => annotations.get(id) ?? null,
    link: (id) => links.get(id) ?? null,
    boilerplate: (index) => article.blocks[index]?.boilerplate ?? null,
    work: () => work,
    thread: (id) => threads.get(id) ?? null,
    evidence: (id) => evidence.get(id) ?? null,
    isMe: (id) => id === myId,
  };
}
