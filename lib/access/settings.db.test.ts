import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { getSettings, patchSettings } from "./settings.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

it("keeps every key that two machines change at once, and what else was chosen", async () => {
  await patchSettings(team.annotator, { letters: false });
  await Promise.all([
    patchSettings(team.annotator, { keys: { claim: "Alt+C", cue: "W" } }),
    patchSettings(team.annotator, { keys: { denial: "Alt+D" } }),
  ]);
  await patchSettings(team.annotator, { keys: { cue: null, source: "1" } });
  expect(await getSettings(team.annotator)).toEqual({
    letters: false,
    sharesActiveTime: false,
    keys: { claim: "Alt+C", denial: "Alt+D", source: "1" },
  });
  expect((await getSettings(team.reviewer)).keys).toEqual({});
});

it("refuses more keys than anybody changes, also bit by bit", async () => {
  const keys = (from: number, to: number) =>
    Object.fromEntries(
      Array.from({ length: to - from }, (_, index) => [`action-${from + index}`, "Z"]),
    );
  await patchSettings(team.manager, { keys: keys(0, 200) });
  await expect(patchSettings(team.manager, { keys: keys(200, 201) })).rejects.toMatchObject({
    code: "invalid",
  });
});
