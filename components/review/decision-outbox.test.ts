import { describe, expect, it } from "vitest";
import type { ApiOutcome } from "#components/http/call-api.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import {
  decisionOutbox,
  type DecisionAnswer,
  type DecisionOutboxOptions,
  type Line,
  type SentDecision,
} from "./decision-outbox.ts";
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
  return { key: id, item: item(id), decision: { kind: "approve" }, attempts: 0 };
}

function approved(id: string): ApiOutcome<Annotation> {
  return { kind: "done", status: 200, body: { ...item(id), state: "approved" }, version: 3 };
}

/** An outbox whose server says these things, one after another, and then approves. */
function world(answers: ApiOutcome<Annotation>[], given: Partial<DecisionOutboxOptions> = {}) {
  const sent: string[] = [];
  const settled: [string, DecisionAnswer["kind"]][] = [];
  const lines: Line[] = [];
  let stored: readonly SentDecision[] = [];
  const outbox = decisionOutbox({
    storage: {
      load: () => [],
      save: (waiting) => {
        stored = waiting;
        return true;
      },
    },
    send: async (one) => {
      sent.push(one.item.id);
      return answers.shift() ?? approved(one.item.id);
    },
    isStillMe: async () => true,
    wait: async () => undefined,
    onState: (_, line) => lines.push(line),
    onSettled: (one, answer) => settled.push([one.item.id, answer.kind]),
    ...given,
  });
  return { outbox, sent, settled, lines, stored: () => stored };
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
    expect(settled).toEqual([
      ["one", "done"],
      ["two", "done"],
    ]);
    expect(stored()).toEqual([]);
  });

  it("keeps a decision and sends it again while nobody answers", async () => {
    const { outbox, sent, settled, lines } = world([AWAY, AWAY]);
    outbox.add(decision("one"));
    await quiet();
    expect(sent).toEqual(["one", "one", "one"]);
    expect(settled).toEqual([["one", "done"]]);
    expect(lines).toContain("lost");
    expect(lines.at(-1)).toBe("open");
  });

  it("tells a refusal and goes on with the next", async () => {
    const { outbox, settled } = world([{ kind: "refused", problem }]);
    outbox.add(decision("one"));
    outbox.add(decision("two"));
    await quiet();
    expect(settled).toEqual([
      ["one", "refused"],
      ["two", "done"],
    ]);
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
    expect(settled).toEqual([["one", "done"]]);
  });

  it("does not send what another person has left in the browser", async () => {
    const { sent, lines } = world([], {
      storage: { load: () => [decision("one")], save: () => true },
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
    expect(outbox.takeOut("one")).toBe(false);
    expect(outbox.takeOut("two")).toBe(true);
    outbox.retry();
    await quiet();
    expect(sent).toEqual(["one", "one"]);
  });
});
