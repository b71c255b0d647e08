import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { portOf } from "#lib/fetch/testing/open-web.ts";
import { startWorker } from "#lib/jobs/start-worker.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { addWatch } from "./add-watch.ts";
import { fetchDueWatches } from "./fetch-due-watches.ts";
import { fetchSoon } from "./fetch-soon.ts";
import { fetchDueJob, fetchWatchJob } from "./jobs.ts";
import { getWatch } from "./queries.ts";

let client: TestClient;
let team: SmallTeam;
let server: Server;
let worker: Awaited<ReturnType<typeof startWorker>>;
let asked = 0;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
  server = createServer((request, response) => {
    if (request.url === "/robots.txt") return response.writeHead(404).end();
    asked++;
    return response.end(
      `<rss version="2.0"><channel><title>House</title><item><title>${asked}</title><link>/${asked}</link></item></channel></rss>`,
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  vi.stubEnv("ONRECORD_FETCH_ALLOW", `127.0.0.1:${portOf(server)}`);
  const { url, db } = client;
  const jobs = [fetchWatchJob, fetchDueJob];
  worker = await startWorker({ url, db, jobs, chores: [], onLost: () => undefined });
});
afterAll(async () => {
  await worker.stop();
  vi.unstubAllEnvs();
  server.close();
  await client.close();
});

it("fetches what is new, what is asked for, and what is due, from a house that the operator named", async () => {
  const url = `http://127.0.0.1:${portOf(server)}/feed`;
  const { annotator, project } = team;
  const { watch } = await addWatch(annotator, project.id, { kind: "feed", url, everyMinutes: 60 });
  const fetched = (times: number) =>
    vi.waitFor(
      async () => {
        // First what came, then the watch: both are written together.
        expect(await client.db.feedEntry.count({ where: { watchId: watch.id } })).toBe(times);
        const now = await getWatch(annotator, watch.id);
        expect(now).toMatchObject({ outcome: "new-entries", title: "House" });
        return now;
      },
      { timeout: 20_000, interval: 50 },
    );
  await fetched(1);
  await fetchSoon(annotator, watch.id);
  await fetched(2);
  await client.db.watch.update({ where: { id: watch.id }, data: { nextAt: new Date(0) } });
  await fetchDueWatches({ actor: { kind: "operator" }, db: client.db, now: new Date() });
  const { nextAt } = await fetched(3);
  expect(Date.parse(nextAt ?? "")).toBeGreaterThan(Date.now() + 50 * 60_000);
}, 60_000);
