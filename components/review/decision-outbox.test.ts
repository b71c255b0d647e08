import { describe, expect, it } from "vitest";
import type { ApiOutcome } from "#components/http/call-api.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { decisionOutbox } from "./decision-outbox.ts";
import type { DecisionOutboxOptions, Line, SentDecision } from "./sent-decision.ts";
import type { DecisionStorage } from "./decision-storage.ts";
import type { QueueItem } from "./review-types.ts";

const problem = { code: "x", message: "No.", fields: {}, detail: {} };
const AWAY: ApiOutcome<Annotation> = { kind: "unreachable", problem, retryAfterMs: null };
const OUT: ApiOutcome<Annotation> = { kind: "signed-out", problem };

function item(id: string): QueueItem {
  return {
    id,
    articleId: "article",
    revision: 1,
    tag: "claim",
    segments: [],
    absent: [],
    attributes: {},
    doubt: null,
    state: "submitted",
    version: 2,
    author: { id: "lena", name: "Lena Ost" },
    createdAt: "2031-05-03T10:00:00.000Z",
    updatedAt: "2031-05-03T10:00:00.000Z",
    submittedAt: "2031-05-03T10:00:00.000Z",
    articleTitle: "Ministry rejects report",
  };
}

function decision(id: string): SentDecision {
  const approve = { kind: "approve" } as const;
  return { key: id, tab: "tab", item: item(id), decision: approve, attempts: 0, refusal: null };
}

function fakeStorage(stored: SentDecision[] = []): DecisionStorage & { all(): SentDecision[] } {
  const rows = new Map(stored.map((each) => [each.key, each]));
  return {
    all: () => [...rows.values()],
    load: async () => [...rows.values()],
    put: async (sent) => void rows.set(sent.key, sent),
    setOut: async (key) => {
      const row = rows.get(key);
      if (row) rows.set(key, { ...row, attempts: row.attempts + 1 });
      return row !== undefined;
    },
    takeOut: async (key) => rows.get(key)?.attempts === 0 && rows.delete(key),
    remove: async (key) => void rows.delete(key),
  };
}

function approved(id: string): ApiOutcome<Annotation> {
  return { kind: "done", status: 200, body: { ...item(id), state: "approved" }, version: 3 };
}

/** An outbox whose server says these things, one after another, and then approves. */
function world(answers: ApiOutcome<Annotation>[], given: Partial<DecisionOutboxOptions> = {}) {
  const sent: string[] = [];
  const settled: string[] = [];
  const lines: Line[] = [];
  const refused: string[] = [];
  const gone: string[] = [];
  const storage = fakeStorage();
  const outbox = decisionOutbox({
    storage,
    send: async (one) => {
      sent.push(one.item.id);
      return answers.shift() ?? approved(one.item.id);
    },
    isStillMe: async () => true,
    untilMyTurn: async () => undefined,
    wait: async () => undefined,
    onState(state) {
      lines.push(state.line);
      for (const each of state.refused) {
        refused.push(each.item.id);
        outbox.forget(each.key);
      }
    },
    onDone: (one) => settled.push(one.item.id),
    onGone: (ones) => gone.push(...ones.map(({ key }) => key)),
    onStored: () => undefined,
    onLine: () => undefined,
    askToRetry: () => undefined,
    ...given,
  });
  return { outbox, sent, settled, refused, gone, lines, stored: () => storage.all() };
}

async function quiet(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

describe("the outbox of decisions", () => {
  it("sends them in order and forgets them when the server has answered", async () => {
    const { outbox, sent, settled, stored } = world([]);
    outbox.add(decision("one"));
    outbox.add(decision("two"));
    await quiet();
    expect(sent).toEqual(["one", "two"]);
    expect(settled).toEqual(["one", "two"]);
    expect(stored()).toEqual([]);
  });

  it("keeps a decision and sends it again while nobody answers", async () => {
    const { outbox, sent, settled, lines } = world([AWAY, AWAY]);
    outbox.add(decision("one"));
    await quiet();
    expect(sent).toEqual(["one", "one", "one"]);
    expect(settled).toEqual(["one"]);
    expect(lines).toContain("lost");
    expect(lines.at(-1)).toBe("open");
  });

  it("tells a refusal and goes on with the next", async () => {
    const { outbox, settled, refused, stored } = world([{ kind: "refused", problem }]);
    outbox.add(decision("one"));
    outbox.add(decision("two"));
    await quiet();
    expect(refused).toEqual(["one"]);
    expect(settled).toEqual(["two"]);
    expect(stored()).toEqual([]);
  });

  it("waits for a password when the session has ended, and goes on when asked", async () => {
    const { outbox, sent, settled, lines, stored } = world([OUT]);
    outbox.add(decision("one"));
    await quiet();
    expect(lines.at(-1)).toBe("signed-out");
    expect(stored()).toHaveLength(1);
    outbox.retry();
    await quiet();
    expect(sent).toEqual(["one", "one"]);
    expect(settled).toEqual(["one"]);
  });

  it("does not send what another person has left in the browser", async () => {
    const { sent, lines } = world([], {
      storage: fakeStorage([decision("one")]),
      isStillMe: async () => false,
    });
    await quiet();
    expect(sent).toEqual([]);
    expect(lines.at(-1)).toBe("other-person");
  });

  it("takes a decision out only while it has not set out", async () => {
    const { outbox, sent } = world([OUT]);
    outbox.add(decision("one"));
    outbox.add(decision("two"));
    await quiet();
    expect(await outbox.takeOut("one")).toBe(false);
    expect(await outbox.takeOut("two")).toBe(true);
    outbox.retry();
    await quiet();
    expect(sent).toEqual(["one", "one"]);
  });

  it("two tabs have one list: what one makes the other may take out, and only one sends", async () => {
    const storage = fakeStorage();
    const turn = Promise.withResolvers<void>();
    const first = world([], { storage, untilMyTurn: () => turn.promise });
    const second = world([], { storage, untilMyTurn: () => new Promise(() => undefined) });
    first.outbox.add(decision("one"));
    second.outbox.add(decision("two"));
    await quiet();
    expect(storage.all().map(({ key }) => key)).toEqual(["one", "two"]);
    await second.outbox.reload();
    expect(await second.outbox.takeOut("one")).toBe(true);
    turn.resolve();
    await quiet();
    expect(first.sent).toEqual(["two"]);
    expect(first.gone).toEqual(["one"]);
    await second.outbox.reload();
    expect(second.gone).toEqual(["two"]);
    expect(second.sent).toEqual([]);
  });

  it("sends from memory, and says so, when the browser keeps nothing", async () => {
    const refuse = () => Promise.reject(new Error("forbidden"));
    const broken: boolean[] = [];
    const { outbox, sent } = world([], {
      storage: { load: refuse, put: refuse, setOut: refuse, takeOut: refuse, remove: refuse },
      onState: ({ isStorageBroken }) => broken.push(isStorageBroken),
    });
    await quiet();
    expect(broken.at(-1)).toBe(true);
    outbox.add(decision("one"));
    await quiet();
    expect(sent).toEqual(["one"]);
  });
});
