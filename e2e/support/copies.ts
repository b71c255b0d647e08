import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeClient } from "#lib/db/client.ts";
import { openDatabase } from "#lib/db/open.ts";
import { type RunningApp, withApp } from "#scripts/with-app.ts";
import type { Installation } from "./installation.ts";

/** A copy of the app, with the database that it shares. */
export type Copy = RunningApp & { installation: Installation };

/** Serve two copies of the app on one empty database of their own, for as long as `work` runs. */
export async function withTwoCopies(
  work: (first: Copy, second: Copy) => Promise<void>,
): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "onrecord-copies-"));
  const database = await openDatabase({
    env: { dataFolder, databaseUrl: null },
    purpose: "command",
  });
  const db = makeClient(database.url, 2);
  const settings = { DATABASE_URL: database.url, ONRECORD_DEMO: "no" };
  const copyOf = (app: RunningApp): Copy => ({ ...app, installation: { db, url: app.url } });
  try {
    await withApp(
      (first) => withApp((second) => work(copyOf(first), copyOf(second)), settings),
      // One worker is enough for both.
      { ...settings, ONRECORD_WORKER: "no" },
    );
  } finally {
    await db.$disconnect();
    await database.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
