import { callApi } from "#components/http/call-api.ts";

/** How many notices the reader has not read; null until it is known. Shared by all that show it. */
let unread: number | null = null;
let asking: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** What is told together is asked for once. */
const GATHER_MS = 400;

export function unreadNotices(): number | null {
  return unread;
}

export function watchUnread(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setUnread(count: number): void {
  if (unread === count) return;
  unread = count;
  for (const listener of listeners) listener();
}

/** Something was said somewhere: ask whether it is for the reader. */
export function hearOfNotices(): void {
  clearTimeout(asking);
  asking = setTimeout(() => {
    void callApi<{ unread: number }>({ method: "GET", path: "/me/notices?limit=1" }).then(
      (answer) => {
        if (answer.kind === "done") setUnread(answer.body.unread);
      },
    );
  }, GATHER_MS);
}

/** The reader has seen these; the server is told, and says what is left. */
export async function markRead(
  which: { readonly messages: readonly string[] } | { readonly threadId: string },
): Promise<void> {
  const answer = await callApi<{ unread: number }>({
    method: "POST",
    path: "/me/notices/read",
    body: which,
  });
  if (answer.kind === "done") setUnread(answer.body.unread);
}
