import type { Desk } from "#components/desk/model.ts";
import { callApi } from "#components/http/call-api.ts";
import { readAll } from "#components/http/read-all.ts";
import type { Me } from "#lib/access/model.ts";
import type { Announcement } from "#lib/realtime/model.ts";
import type { Thread } from "#lib/threads/model.ts";
import { followEvents } from "./follow-events.ts";
import { isInHand } from "./in-hand.ts";
import type { LiveState } from "./live-state.ts";
import { newsTeller } from "./news-teller.ts";
import { readNews } from "./read-news.ts";
import { takeAside, takeNews } from "./take-news.ts";
import { whatToAsk } from "./what-to-ask.ts";

type Hooks = {
  /** Reads everything anew from the server. */
  readonly refresh: () => void;
  /** Who is here has changed. */
  readonly onPresence: () => void;
  /** Something was said in the project. */
  readonly onTalk: () => void;
};

/** What is announced together is asked for together. */
const GATHER_MS = 120;
/** What one has just changed oneself here is known already, unless another device has gone on from it. */
const OWN_MS = 1_500;
/** With more readers than these the questions are spread over some time. */
const CROWD = 25;
const SPREAD_MS = 600;
/** When something did not answer. */
const AGAIN_MS = 3_000;
/** One's own notes from elsewhere are looked for at most this often. */
const NOTES_MS = 5_000;

/** Keeps the desk as its project is, until the function that is returned is called. */
export function startLive(desk: Desk, hooks: Hooks): () => void {
  const { project, me } = desk.data;
  const articleId = desk.data.article.id;
  let heard: Announcement[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  let isLeft = false;
  const teller = newsTeller(desk);
  const setLive = (change: Partial<LiveState>) =>
    desk.store.set(({ live }) => ({ live: { ...live, ...change } }));

  const gather = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), milliseconds);
  };

  async function read(): Promise<void> {
    if (isReading || isLeft || heard.length === 0) return;
    const batch = heard;
    heard = [];
    isReading = true;
    try {
      await ask(batch);
    } catch {
      // The network is away. What was announced is asked for again, before what comes later.
      heard = [...batch, ...heard];
    }
    isReading = false;
    if (heard.length > 0) gather(heard[0] === batch[0] ? AGAIN_MS : GATHER_MS);
  }

  async function ask(batch: readonly Announcement[]): Promise<void> {
    const { elsewhere } = desk.store.get();
    const distant = (id: string) => elsewhere.has(id);
    const asked = whatToAsk(batch, { articleId, userId: me.id, distant });
    const isKnown = (id: string) =>
      desk.store.get().annotations.has(id) || desk.store.get().elsewhere.has(id);
    const news = await readNews(articleId, asked, isKnown);
    if (isLeft) return;
    noteAuthors(batch);
    takeNews(desk, news, (id) => isInHand(desk, id));
    if (asked.isLikeness) await lookForMerge();
    if (asked.isMembership) await lookAtRole();
    if (asked.isGuidelines) setLive({ areGuidelinesOld: true });
    if (asked.isWork && desk.store.get().queue.length === 0) hooks.refresh();
    teller.tell(batch.filter((each) => each.by !== me.id && each.articles.includes(articleId)));
  }

  /** Who changed what is set aside, so that "theirs" has a name. */
  function noteAuthors(batch: readonly Announcement[]): void {
    const by = new Map(desk.store.get().live.by);
    for (const each of batch) if (each.topic === "annotation" && each.by) by.set(each.id, each.by);
    setLive({ by });
  }

  async function lookForMerge(): Promise<void> {
    type Side = { id: string; title: string; mergedIntoId: string | null };
    const answer = await readAll<{ first: Side; second: Side }>(
      `/articles/${articleId}/likenesses`,
    );
    if (answer.kind !== "done") return;
    const sides = answer.body.flatMap(({ first, second }) => [first, second]);
    const into = sides.find(({ id }) => id === articleId)?.mergedIntoId ?? null;
    const other = sides.find(({ id }) => id === into);
    if (other) setLive({ ended: { kind: "merged", into: { id: other.id, title: other.title } } });
    else if (desk.store.get().live.ended?.kind === "merged") setLive({ ended: null });
  }

  /** The reader's role is another one, or they are no member any more, or nobody is signed in. */
  async function lookAtRole(): Promise<void> {
    const answer = await callApi<Me>({ method: "GET", path: "/me" });
    if (isLeft) return;
    if (answer.kind === "signed-out") desk.store.set({ connection: "signed-out" });
    if (answer.kind !== "done") return;
    const role = answer.body.projects.find(({ id }) => id === project.id)?.role;
    if (!role) return setLive({ ended: { kind: "removed" } });
    if (desk.store.get().live.ended?.kind === "removed") setLive({ ended: null });
    if (role === desk.data.role) return;
    hooks.refresh();
    desk.say(`Your role in this project is now ${role}.`, true);
  }

  let threadsReadAt = -Infinity;
  async function readThreads(): Promise<void> {
    threadsReadAt = performance.now();
    const answer = await readAll<Thread>(`/articles/${articleId}/threads`);
    if (isLeft) return;
    if (answer.kind === "unreachable") return void setTimeout(() => void readThreads(), AGAIN_MS);
    if (answer.kind !== "done") return;
    desk.learn((held) => {
      held.threads = new Map(answer.body.map((each) => [each.id, each]));
      return { touched: new Set() };
    });
  }

  const own = new Map<string, number>();
  const follow = () =>
    followEvents({
      userId: me.id,
      projectId: project.id,
      after: desk.data.announced,
      onAnnounced: (announcements) => {
        heard.push(...announcements);
        if (announcements.some(({ topic }) => topic === "thread")) hooks.onTalk();
        const isOwn = announcements.every(
          ({ by, id }) => by === me.id && Date.now() - (own.get(id) ?? 0) < 60_000,
        );
        // Hundreds of readers do not all ask in the same moment.
        const isCrowd = desk.store.get().live.readers.length > CROWD;
        gather(isOwn ? OWN_MS : GATHER_MS + (isCrowd ? Math.random() * SPREAD_MS : 0));
      },
      onReset: () => {
        hooks.refresh();
        void readThreads();
      },
      onPresence: (id) => id === articleId && hooks.onPresence(),
      onOwn: (id) => id === articleId && void readThreads(),
      onLine: (isOnLine) => {
        const before = desk.store.get();
        if (before.live.isOnLine !== isOnLine) setLive({ isOnLine });
        // The server is back: what waits here need not wait for its next turn.
        if (isOnLine && !before.live.isOnLine && before.connection === "lost") desk.retry();
      },
      onEnded: () => void lookAtRole(),
    });
  let following = follow();
  void readThreads();

  let { queue, connection } = desk.store.get();
  const stopWatching = desk.store.subscribe(() => {
    const state = desk.store.get();
    if (state.queue !== queue) {
      ({ queue } = state);
      for (const id of state.pending.keys()) own.set(id, Date.now());
      letInLater();
    }
    // The password was given: the stream, which had ended, begins again where it was.
    const isBack = connection === "signed-out" && state.connection === "open";
    ({ connection } = state);
    if (isBack) {
      following.close();
      following = follow();
    }
  });
  // First the browser says where the keyboard has gone, and first the queue says what that has made.
  const letInLater = () => setTimeout(() => takeAside(desk, (id) => isInHand(desk, id)), 0);
  document.addEventListener("focusout", letInLater);
  /** Signed in again in another tab: this one goes on too. */
  const look = () => {
    if (document.visibilityState !== "visible") return;
    if (desk.store.get().connection !== "signed-out") return;
    void callApi<{ user: { id: string } }>({ method: "GET", path: "/me" }).then((answer) => {
      if (answer.kind === "done" && answer.body.user.id === me.id) desk.retry();
    });
  };
  document.addEventListener("visibilitychange", look);
  /** Notes to oneself are announced to nobody; they are looked for when one comes to this machine. */
  const come = () => {
    if (performance.now() - threadsReadAt > NOTES_MS) void readThreads();
  };
  window.addEventListener("focus", come);

  return () => {
    isLeft = true;
    clearTimeout(timer);
    teller.stop();
    stopWatching();
    following.close();
    document.removeEventListener("focusout", letInLater);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("focus", come);
  };
}
