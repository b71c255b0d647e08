import type { Thread } from "#lib/threads/model.ts";

/** The version of a message that the server is known to hold; null where it holds none. */
export function versionIn(threads: ReadonlyMap<string, Thread>, messageId: string): number | null {
  for (const { messages } of threads.values()) {
    const message = messages.find(({ id }) => id === messageId);
    if (message) return message.version;
  }
  return null;
}
