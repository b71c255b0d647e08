import { afterEach, describe, expect, test } from "vitest";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Change, Outcome, PendingChange } from "./change.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import type { OutboxOptions } from "./outbox-options.ts";
import type { OutboxStorage } from "./storage.ts";

const me = { id: "me", name: "Lena" };
const opened: Outbox[] = [];

afterEach(() => {
  for (const outbox of opened.splice(0)) outbox.stop();
});

describe("the outbox, over a bad line", () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    test(`brings every change exactly once and in order (seed ${seed})`, async () => {
      const random = dice(seed);
      const server = fakeServer(random);
      const storage = fakeStorage();
      let outbox = open(storage, server);
      const wanted = new Map<string, string>();
      for (let round = 0; round < 40; round++) {
        const id = `annotation ${Math.floor(random() * 5)}`;
        const words = `round ${round}`;
        wanted.set(id, words);
        outbox.add([put(id, words)], (subject) => server.seen(subject));
        await ticks(Math.floor(random() * 12));
        if (random() < 0.2) {
          await ticks(30);
          outbox.stop();
          await pause();
          outbox = open(storage, server);
        }
      }
      server.heal();
      outbox.retry();
      for (let n = 0; n < 400 && outbox.state().queue.length > 0; n++) await pause();
      await pause();
      expect(outbox.state().queue).toEqual([]);
      expect(await storage.load("me")).toEqual([]);
      for (const [id, words] of wanted) expect(server.words(id)).toEqual([words]);
    });
  }

  test("keeps everything while the session has ended, and goes on after the password", async () => {
    const server = fakeServer(() => 0.99);
    server.heal();
    server.signOut();
    const storage = fakeStorage();
    const outbox = open(storage, server);
    outbox.add([put("a", "one")], () => null);
    await ticks(30);
    expect(outbox.state().connection).toBe("signed-out");
    expect((await storage.load("me")).length).toBe(1);
    server.signIn();
    outbox.retry();
    await ticks(40);
    expect(outbox.state()).toMatchObject({ queue: [], connection: "open" });
    expect(server.words("a")).toEqual(["one"]);
  });

  test("sends from memory, and says so, when the browser keeps nothing", async () => {
    const server = fakeServer(() => 0.99);
    server.heal();
    const outbox = open(
      {
        load: () => Promise.reject(new Error("forbidden")),
        apply: () => Promise.reject(new Error("full")),
        probe: () => Promise.reject(new Error("full")),
      },
      server,
    );
    outbox.add([put("a", "one")], () => null);
    await ticks(40);
    expect(outbox.state().isStorageBroken).toBe(true);
    expect(server.words("a")).toEqual(["one"]);
  });

  test("says that the browser keeps nothing before anything is done", async () => {
    const full = { ...fakeStorage(), probe: () => Promise.reject(new Error("full")) };
    const outbox = open(
      full,
      fakeServer(() => 0.99),
    );
    await ticks(10);
    expect(outbox.state()).toMatchObject({ queue: [], isStorageBroken: true });
  });

  test("keeps what came while the browser kept nothing, once there is room again", async () => {
    const server = fakeServer(() => 0);
    const storage = fakeStorage();
    let isFull = true;
    const refuse = () => Promise.reject(new Error("full"));
    const outbox = open(
      {
        load: storage.load,
        apply: (step) => (isFull ? refuse() : storage.apply(step)),
        probe: () => (isFull ? refuse() : storage.probe()),
      },
      server,
    );
    outbox.add([put("a", "one"), put("b", "two")], () => null);
    await ticks(40);
    expect(outbox.state().isStorageBroken).toBe(true);
    isFull = false;
    for (let n = 0; n < 20; n++) await pause();
    expect(outbox.state().isStorageBroken).toBe(false);
    expect((await storage.load("me")).length).toBe(2);
    server.heal();
    outbox.retry();
    for (let n = 0; n < 20; n++) await pause();
    expect(outbox.state().queue).toEqual([]);
    expect(await storage.load("me")).toEqual([]);
  });

  test("a tab that does not send shows how the line is, and has the other try again", async () => {
    const asked: string[] = [];
    const outbox = open(
      fakeStorage(),
      fakeServer(() => 0.99),
      undefined,
      {
        untilMyTurn: () => new Promise(() => undefined),
        askToRetry: () => asked.push("asked"),
      },
    );
    outbox.hear("signed-out");
    expect(outbox.state().connection).toBe("signed-out");
    outbox.retry();
    expect(asked).toEqual(["asked"]);
    expect(outbox.state().connection).toBe("open");
  });

  test("sends nothing in another person's name", async () => {
    const server = fakeServer(() => 0.99);
    server.heal();
    const outbox = open(fakeStorage(), server, () => Promise.resolve("somebody else"));
    outbox.add([put("a", "one")], () => null);
    await ticks(40);
    expect(outbox.state().connection).toBe("other-person");
    expect(server.words("a")).toEqual([]);
  });
});

function open(
  storage: OutboxStorage,
  server: ReturnType<typeof fakeServer>,
  whoIs: () => Promise<string | null> = () => Promise.resolve("me"),
  given: Partial<OutboxOptions> = {},
): Outbox {
  const outbox = createOutbox({
    userId: "me",
    articleId: "article",
    storage,
    send: server.send,
    whoIs,
    makeKey: () => `key ${String(++keys).padStart(8, "0")}`,
    now: () => 0,
    untilMyTurn: () => Promise.resolve(),
    // A timer, not a promise: a loop of promises alone would starve the test.
    wait: () => new Promise((resolve) => setTimeout(resolve, 0)),
    onState: () => undefined,
    onSettled: (change, outcome) => server.noteSeen(change, outcome),
    onSettledElsewhere: () => Promise.resolve(),
    onStored: () => undefined,
    onLine: () => undefined,
    askToRetry: () => undefined,
    ...given,
  });
  opened.push(outbox);
  return outbox;
}

let keys = 0;

function put(id: string, words: string): Change {
  const segments = [{ role: "content" as const, start: 0, end: 5, exact: words }];
  const content = { tag: "claim" as const, segments, absent: [], attributes: {}, doubt: null };
  return { kind: "put-annotation", id, articleId: "article", revision: 1, content };
}

/** Takes writes as the real one does, and loses requests and answers on the way. */
function fakeServer(random: () => number) {
  const rows = new Map<string, Annotation>();
  const seen = new Map<string, number>();
  let isHealed = false;
  let isSignedOut = false;

  async function send({ change, base }: PendingChange): Promise<Outcome> {
    await ticks(Math.floor(random() * 5));
    if (isSignedOut) return { kind: "signed-out" };
    if (!isHealed && random() < 0.25) return { kind: "unreachable", retryAfterMs: null };
    if (change.kind !== "put-annotation") throw new Error("not asked here");
    const before = rows.get(change.id);
    const isEqual = before?.segments[0]?.exact === change.content.segments[0]?.exact;
    if (before && !isEqual && before.version !== base) {
      const problem = { code: "stale", message: "Old.", current: before, duplicateOf: null };
      return { kind: "conflict", problem };
    }
    const annotation: Annotation =
      before && isEqual
        ? before
        : {
            ...change.content,
            id: change.id,
            articleId: change.articleId,
            revision: 1,
            state: "draft",
            version: (before?.version ?? 0) + 1,
            author: me,
            createdAt: "",
            updatedAt: "",
          };
    rows.set(change.id, annotation);
    if (!isHealed && random() < 0.25) return { kind: "unreachable", retryAfterMs: null };
    return { kind: "done", annotation, link: null, version: annotation.version };
  }

  return {
    send,
    heal: () => (isHealed = true),
    signOut: () => (isSignedOut = true),
    signIn: () => (isSignedOut = false),
    words: (id: string) => rows.get(id)?.segments.map((segment) => segment.exact) ?? [],
    noteSeen: (change: PendingChange, outcome: Outcome) => {
      if (outcome.kind === "done" && outcome.annotation)
        seen.set(outcome.annotation.id, outcome.annotation.version);
      if (outcome.kind !== "done") throw new Error(`${change.key} ${outcome.kind}`);
    },
    seen: (id: string) => seen.get(id) ?? null,
  };
}

function fakeStorage(): OutboxStorage {
  const rows = new Map<string, PendingChange>();
  return {
    load: () => Promise.resolve([...rows.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))),
    async apply({ put: added, remove }) {
      await ticks(2);
      for (const each of added) rows.set(each.key, each);
      for (const key of remove) rows.delete(key);
    },
    probe: () => Promise.resolve(),
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function ticks(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await Promise.resolve();
}

/** Numbers that look random and are the same in every run. */
function dice(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296;
  };
}
