import { afterAll, beforeAll, expect, it } from "vitest";
import { makeClient } from "#lib/db/client.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { forgetTurns, hostPace } from "./host-pace.ts";

let client: TestClient;
let other: ReturnType<typeof makeClient>;

beforeAll(async () => {
  client = await openTestClient();
  other = makeClient(client.url, 2);
});
afterAll(async () => {
  await other.$disconnect();
  await client.close();
});

it("gives one turn a second for a host, over all processes together, and does not mix hosts", async () => {
  const paces = [hostPace(client), hostPace({ db: other })];
  const begun = Date.now();
  await Promise.all([0, 1, 0].map((process) => paces[process]?.("courier.example")));
  // The third turn comes two seconds after the first, and the next one is free a second later.
  expect(Date.now() - begun).toBeGreaterThan(1_900);
  const { freeAt } = await client.db.hostTurn.findUniqueOrThrow({
    where: { host: "courier.example" },
  });
  expect(freeAt.getTime() - begun).toBeGreaterThan(2_900);
  await hostPace(client, 1)("bote.example");
  await forgetTurns({ actor: { kind: "operator" }, db: client.db, now: new Date() });
  expect(await client.db.hostTurn.count()).toBe(2);
  const later = new Date(Date.now() + 25 * 3_600_000);
  await forgetTurns({ actor: { kind: "operator" }, db: client.db, now: later });
  expect(await client.db.hostTurn.count()).toBe(0);
});

it("is given up by whoever would wait too long, for another time", async () => {
  const pace = hostPace(client, 100);
  await pace("busy.example");
  await expect(pace("busy.example")).rejects.toMatchObject({
    code: "unavailable",
    detail: { problem: "busy", isTemporary: true },
  });
});
