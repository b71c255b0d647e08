import { callApi } from "#components/http/call-api.ts";
import type { Me } from "#lib/access/model.ts";
import type { Announcement } from "#lib/realtime/model.ts";
import { watchSilence } from "./silence.ts";
import { hear, relayed, relayFrom, replay, type Relay, type TabMessage } from "./relay.ts";

export type EventsOptions = {
  readonly userId: string;
  readonly projectId: string;
  /** The number of the last announcement that the page knew when it was made; null: begin with now. */
  readonly after: number | null;
  readonly onAnnounced: (announcements: readonly Announcement[]) => void;
  /** Too much was missed: read everything anew. */
  readonly onReset: () => void;
  readonly onPresence: (articleId: string) => void;
  /** A note to oneself was made or changed at an article, here or on another machine. */
  readonly onOwn?: (articleId: string) => void;
  /** Whether news arrive at the moment. */
  readonly onLine: (isOpen: boolean) => void;
  /** The person may not follow any more. */
  readonly onEnded: () => void;
};

/** How long a stream that was refused for good waits before it is asked for again. */
const PAUSE_MS = 5_000;
/** The server says every ten seconds that it is still there. A line without a word for so long is dead. */
const SILENCE_MS = 25_000;

/**
 * Hear what happens in a project. Of all tabs of one person one holds the stream and tells the others,
 * since a browser opens only six connections to one address; when it closes, another takes over and
 * goes on from what it has. Without locks (an address without https) each tab holds its own.
 */
export function followEvents(options: EventsOptions): { close(): void } {
  const name = `onrecord-events-${options.userId}-${options.projectId}`;
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  const leaving = new AbortController();
  let { after: number } = options;
  let relay: Relay | null = null;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const take = (message: TabMessage) => {
    switch (message.kind) {
      case "told": {
        // Whoever knows nothing begins with what is told first.
        const heard = hear(number ?? message.after, message);
        if (heard.kind === "gap") channel?.postMessage(hello());
        if (heard.kind !== "news") return;
        ({ number } = heard);
        if (heard.announcements.length > 0) options.onAnnounced(heard.announcements);
        return;
      }
      case "reset":
        if (message.number <= (number ?? -1)) return;
        ({ number } = message);
        options.onReset();
        return;
      case "presence":
        options.onPresence(message.articleId);
        return;
      case "own":
        options.onOwn?.(message.articleId);
        return;
      case "line":
        options.onLine(message.isOpen);
        return;
      case "ended":
        options.onEnded();
        return;
      case "hello":
        if (!relay) return;
        channel?.postMessage(replay(relay, message.number ?? relay.number));
        channel?.postMessage({ kind: "line", isOpen: source?.readyState === EventSource.OPEN });
    }
  };
  const hello = (): TabMessage => ({ kind: "hello", number });
  const tellAll = (message: TabMessage) => {
    take(message);
    channel?.postMessage(message);
  };

  const open = () => {
    source?.close();
    const from = number === null ? "" : `?after=${number}`;
    const stream = new EventSource(`/api/v1/projects/${options.projectId}/events${from}`);
    source = stream;
    silence.heard();
    if (number !== null) relay ??= relayFrom(number);
    stream.addEventListener("beat", silence.heard);
    stream.addEventListener("begun", ({ data }) => {
      silence.heard();
      const { number: at, isReset }: { number: number; isReset: boolean } = JSON.parse(data);
      number ??= at;
      relay ??= relayFrom(number);
      if (isReset) {
        relay = relayFrom(at);
        tellAll({ kind: "reset", number: at });
      }
      tellAll({ kind: "line", isOpen: true });
    });
    for (const topic of TOPICS) {
      stream.addEventListener(topic, ({ data }) => {
        silence.heard();
        const announcement: Announcement = JSON.parse(data);
        const next = relayed(relay ?? relayFrom(announcement.number - 1), announcement);
        ({ relay } = next);
        tellAll(next.message);
      });
    }
    for (const kind of ["presence", "own"] as const) {
      stream.addEventListener(kind, ({ data }) => {
        const { articleId }: { articleId: string } = JSON.parse(data);
        tellAll({ kind, articleId });
      });
    }
    stream.addEventListener("ended", () => {
      stream.close();
      source = null;
      tellAll({ kind: "ended" });
    });
    stream.addEventListener("open", () => tellAll({ kind: "line", isOpen: true }));
    stream.addEventListener("error", () => {
      tellAll({ kind: "line", isOpen: false });
      // The browser connects again by itself, unless the server refused: then nobody else would.
      if (stream.readyState !== EventSource.CLOSED || leaving.signal.aborted) return;
      timer = setTimeout(() => void reopen(), PAUSE_MS);
    });
  };
  /** A stream does not say why it was refused: so it is asked for. */
  const reopen = async () => {
    const mayFollow = await isMember(options.projectId);
    if (leaving.signal.aborted) return;
    if (mayFollow) return open();
    source = null;
    tellAll({ kind: "ended" });
  };
  /** The other end is gone and never said so: begin again after what has been heard. */
  const silence = watchSilence(SILENCE_MS, () => {
    if (!source || source.readyState === EventSource.CLOSED) return;
    tellAll({ kind: "line", isOpen: false });
    open();
  });
  /** The network is back, or another one: the line of before may be dead, and would not say so for a while. */
  const online = () => {
    if (!source) return;
    clearTimeout(timer);
    open();
  };

  const wake = () => {
    if (document.visibilityState === "visible" && !relay) channel?.postMessage(hello());
  };
  channel?.addEventListener("message", ({ data }: MessageEvent<TabMessage>) => take(data));
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("pageshow", wake);
  window.addEventListener("online", online);
  channel?.postMessage(hello());
  void untilLeader(name, leaving.signal).then((isMine) => isMine && open());

  return {
    close() {
      leaving.abort();
      silence.stop();
      clearTimeout(timer);
      source?.close();
      channel?.close();
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("pageshow", wake);
      window.removeEventListener("online", online);
    },
  };
}

/** What a project's announcements can be about. */
const TOPICS = [
  "annotation",
  "link",
  "evidence",
  "missed",
  "article",
  "thread",
  "project",
  "user",
  "invitation",
  "token",
  "ingestion",
  "watch",
  "likeness",
  "carry",
] as const;

/** Whether the person is signed in and in the project; true as well while nobody answers. */
async function isMember(projectId: string): Promise<boolean> {
  const answer = await callApi<Me>({ method: "GET", path: "/me" });
  if (answer.kind === "signed-out") return false;
  return answer.kind !== "done" || answer.body.projects.some(({ id }) => id === projectId);
}

/** Resolves when this tab is the one to hold the stream, which it is until `left` aborts. */
function untilLeader(name: string, left: AbortSignal): Promise<boolean> {
  if (!("locks" in navigator) || typeof BroadcastChannel === "undefined") {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { signal: left }, () => {
        // The turn can come in the very moment in which the page is left: then it is passed on.
        if (left.aborted) return undefined;
        resolve(true);
        return new Promise<void>((done) => {
          left.addEventListener("abort", () => done(), { once: true });
        });
      })
      // The page was left before its turn came.
      .catch(() => resolve(false));
  });
}
