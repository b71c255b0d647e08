import type { Thread } from "#lib/threads/model.ts";

/** "Settled thread of 3 messages", "Note to yourself": a thread for those who only hear it. */
export function threadName({ isPrivate, resolved, messages }: Thread): string {
  const kind = isPrivate ? "note to yourself" : "thread";
  const whole = resolved ? `settled ${kind}` : kind;
  const count = messages.length === 1 ? "1 message" : `${messages.length} messages`;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}, ${count}`;
}

/** How many threads about each annotation are not settled, and how many there are. */
export function countTalk(
  threads: ReadonlyMap<string, Thread>,
): ReadonlyMap<string | null, { readonly open: number; readonly all: number }> {
  const known = COUNTED.get(threads);
  if (known) return known;
  const counts = new Map<string | null, { open: number; all: number }>();
  for (const { annotationId, resolved } of threads.values()) {
    const count = counts.get(annotationId) ?? { open: 0, all: 0 };
    counts.set(annotationId, {
      open: count.open + Number(resolved === null),
      all: count.all + 1,
    });
  }
  COUNTED.set(threads, counts);
  return counts;
}

const COUNTED = new WeakMap<
  ReadonlyMap<string, Thread>,
  ReadonlyMap<string | null, { readonly open: number; readonly all: number }>
>();
