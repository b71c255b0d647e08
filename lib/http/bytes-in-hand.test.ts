import { afterEach, expect, it } from "vitest";
import { allEndpoints } from "./all-endpoints.ts";
import { BytesInHand } from "./bytes-in-hand.ts";

const MEGABYTE = 1024 * 1024;
const hands: BytesInHand[] = [];
const hand = () => {
  const made = new BytesInHand();
  hands.push(made);
  return made;
};
afterEach(() => {
  for (const made of hands.splice(0)) made.release();
});

it("refuses a large body while others hold too much, and takes it once they are done", () => {
  const first = hand();
  for (let taken = 0; taken < 500; taken += 100) first.take(100 * MEGABYTE);
  const second = hand();
  expect(() => second.take(100 * MEGABYTE)).toThrow(
    expect.objectContaining({ code: "unavailable", detail: { retryAfterSeconds: 5 } }),
  );
  expect(() => hand().take(MEGABYTE)).not.toThrow();
  first.release();
  expect(() => second.take(100 * MEGABYTE)).not.toThrow();
});

it("lets nobody send a large body before it is known that they may", () => {
  const visitor = { kind: "visitor" } as const;
  const open = allEndpoints().filter(
    (one) => one.limitBytes(visitor) > MEGABYTE && !one.asksBeforeBody,
  );
  expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});
