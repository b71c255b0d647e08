import { type Db, databaseUrl, db } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { listen, type Listening } from "./listen.ts";
import { OWN_PAGES, readOwnPages } from "./own-pages.ts";
import { type HeldAnnouncement, readAnnouncements } from "./read-announcements.ts";

export type Subscriber = {
  readonly projectId: string;
  /** The number of the last announcement that it has. */
  after: number;
  /** The next announcements, in order. Called one batch after the other. */
  readonly announced: (batch: readonly HeldAnnouncement[]) => void;
  /** Who is here has changed on an article. */
  readonly presence: (articleId: string) => void;
  /** Whose page it is, and what to call when something of theirs alone has changed at an article. */
  readonly own?: { readonly userId: string; readonly changed: (articleId: string) => void };
};

/** Most announcements that are read at once. */
const BATCH = 500;
/** With more followers than these, presence on an article is told of at most once in `CROWD_MS`. */
const CROWD = 25;
const CROWD_MS = 1_000;

/**
 * Hands what is announced in the database to whoever follows a project in this process. The rows are
 * read once for all followers; one who is behind catches up alone. Notifications only wake it: what
 * counts are the rows, so that none is lost with a connection.
 */
export class Hub {
  readonly #db: Db;
  readonly #listening: Listening;
  readonly #followers = new Map<string, Set<Subscriber>>();
  /** Projects that are being read now; true when they were announced in again meanwhile. */
  readonly #busy = new Map<string, boolean>();
  /** Articles of which a crowd was just told; true when there is more to tell. */
  readonly #toldOf = new Map<string, boolean>();

  constructor(database: Db, url: string) {
    this.#db = database;
    this.#listening = listen(url, ["onrecord", "onrecord_presence", OWN_PAGES], {
      connected: () => {
        for (const projectId of this.#followers.keys()) this.#wake(projectId);
      },
      notified: (channel, payload) => {
        if (channel === "onrecord") this.#wake(payload);
        else if (channel === OWN_PAGES) this.#tellOwn(payload);
        else this.#tellPresence(payload);
      },
    });
  }

  /** Follow a project from `after` on, until the function that is returned is called. */
  subscribe(subscriber: Subscriber): () => void {
    const { projectId } = subscriber;
    const followers = this.#followers.get(projectId) ?? new Set();
    followers.add(subscriber);
    this.#followers.set(projectId, followers);
    this.#wake(projectId);
    return () => {
      followers.delete(subscriber);
      if (followers.size === 0 && this.#followers.get(projectId) === followers) {
        this.#followers.delete(projectId);
      }
    };
  }

  async close(): Promise<void> {
    this.#followers.clear();
    await this.#listening.close();
  }

  #wake(projectId: string): void {
    if (!this.#followers.has(projectId)) return;
    if (this.#busy.has(projectId)) {
      this.#busy.set(projectId, true);
      return;
    }
    this.#busy.set(projectId, false);
    this.#bringUpToDate(projectId)
      .catch((error: unknown) => {
        // The next notification, or the next connection, tries again.
        log.warn("Announcements could not be read.", { error });
      })
      .finally(() => {
        const isAgain = this.#busy.get(projectId) === true;
        this.#busy.delete(projectId);
        if (isAgain) this.#wake(projectId);
      });
  }

  async #bringUpToDate(projectId: string): Promise<void> {
    for (;;) {
      const from = Math.min(...this.#followersOf(projectId).map(({ after }) => after));
      if (from === Infinity) return;
      const rows = await readAnnouncements(this.#db, projectId, from, BATCH);
      // Those who came meanwhile and have less are reached in the next round, which their coming asked for.
      for (const follower of this.#followersOf(projectId)) {
        if (follower.after >= from) deliver(follower, rows);
      }
      if (rows.length < BATCH) return;
    }
  }

  #followersOf(projectId: string): Subscriber[] {
    return [...(this.#followers.get(projectId) ?? [])];
  }

  #tellOwn(payload: string): void {
    const { projectId, userId, articleId } = readOwnPages(payload);
    for (const { own } of this.#followersOf(projectId))
      if (own?.userId === userId) own.changed(articleId);
  }

  #tellPresence(payload: string): void {
    const [projectId = "", articleId = ""] = payload.split(" ");
    const followers = this.#followersOf(projectId);
    if (followers.length > CROWD) {
      // A hundred who scroll would otherwise be told to a hundred, each of them, all the time.
      const isResting = this.#toldOf.has(articleId);
      this.#toldOf.set(articleId, isResting);
      if (isResting) return;
      setTimeout(() => {
        const isMore = this.#toldOf.get(articleId) === true;
        this.#toldOf.delete(articleId);
        if (isMore) this.#tellPresence(payload);
      }, CROWD_MS).unref();
    }
    for (const follower of followers) follower.presence(articleId);
  }
}

function deliver(follower: Subscriber, rows: readonly HeldAnnouncement[]): void {
  const fresh = rows.filter(({ number }) => number > follower.after);
  const last = fresh.at(-1);
  if (last === undefined) return;
  follower.after = last.number;
  follower.announced(fresh);
}

/** The one hub of this process; on globalThis, as the client is. */
export function hub(): Hub {
  globalThis.onrecordHub ??= new Hub(db(), databaseUrl());
  return globalThis.onrecordHub;
}

declare global {
  var onrecordHub: Hub | undefined;
}
