import { expect, it } from "vitest";
import type { Announcement } from "#lib/realtime/model.ts";
import { hear, type Relay, relayed, relayFrom, replay, type TabMessage } from "./relay.ts";

const announcement = (number: number): Announcement => ({
  number,
  at: "",
  type: "article.edited",
  topic: "article",
  id: String(number),
  articles: [],
  by: null,
});

function tell(relay: Relay, numbers: readonly number[]) {
  const messages: TabMessage[] = [];
  let now = relay;
  for (const number of numbers) {
    const next = relayed(now, announcement(number));
    now = next.relay;
    messages.push(next.message);
  }
  return { relay: now, messages };
}

/** A tab that takes messages and asks when something is missing. */
function listen(start: number, messages: readonly TabMessage[], relay: () => Relay): number[] {
  let number = start;
  const heard: number[] = [];
  const take = (message: TabMessage) => {
    if (message.kind !== "told") return;
    const said = hear(number, message);
    if (said.kind === "gap") take(replay(relay(), number));
    if (said.kind !== "news") return;
    number = said.number;
    heard.push(...said.announcements.map((each) => each.number));
  };
  for (const message of messages) take(message);
  return heard;
}

it("brings a tab that came later, or slept, everything once and in order", () => {
  // 12 and 15 are not for this person.
  const { relay, messages } = tell(relayFrom(10), [11, 13, 14, 16]);
  expect(listen(10, messages, () => relay)).toEqual([11, 13, 14, 16]);
  expect(listen(13, messages, () => relay)).toEqual([14, 16]);
  expect(listen(10, messages.slice(2), () => relay)).toEqual([11, 13, 14, 16]);
  expect(listen(10, [...messages, ...messages], () => relay)).toEqual([11, 13, 14, 16]);
  expect(listen(99, messages, () => relay)).toEqual([]);
});

it("says when what a tab has missed is not kept any more", () => {
  const { relay } = tell(
    relayFrom(10),
    Array.from({ length: 2_005 }, (_, index) => 11 + index),
  );
  expect(replay(relay, 9)).toEqual({ kind: "reset", number: 2_015 });
  expect(replay(relay, 14)).toEqual({ kind: "reset", number: 2_015 });
  expect(replay(relay, 15)).toMatchObject({ kind: "told", after: 15, number: 2_015 });
});
