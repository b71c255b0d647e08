import type { NoticeReason } from "./model.ts";

/** Who had to do with a thread before this message. */
export type Involved = {
  /** Whoever wrote in it. */
  writers: readonly string[];
  /** Whose annotation it is about. */
  annotator: string | null;
  mentioned: readonly string[];
  /** Members of the project now; nobody else hears of anything. */
  members: ReadonlySet<string>;
  /** Those of them who are blind to others' work: they hear of no answers in a thread that is not theirs. */
  blind: ReadonlySet<string>;
  /** Who began the thread. */
  beginner: string;
};

/**
 * Who is told of a message, each once and for the reason nearest to them: named in it, the annotation
 * is theirs, or they wrote in the thread before. Never its writer.
 */
export function whomToTell(writer: string, involved: Involved): Map<string, NoticeReason> {
  const told = new Map<string, NoticeReason>();
  const tell = (userId: string | null, why: NoticeReason) => {
    if (userId === null || userId === writer || told.has(userId)) return;
    if (involved.members.has(userId)) told.set(userId, why);
  };
  for (const userId of involved.mentioned) tell(userId, "mention");
  tell(involved.annotator, "comment");
  for (const userId of involved.writers) {
    if (userId === involved.beginner || !involved.blind.has(userId)) tell(userId, "reply");
  }
  return told;
}
