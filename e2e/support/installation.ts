import { makeClient } from "#lib/db/client.ts";
import { openDatabase } from "#lib/db/open.ts";
import { readEnv } from "#lib/env.ts";

/** The app under test from within: its database, for what a test needs to be there beforehand. */
export type Installation = {
  db: ReturnType<typeof makeClient>;
  /** Where the app answers, without a slash at the end. */
  url: string;
};

/** Enough for one test at a time; each worker has a client of its own. */
const POOL = 4;

/**
 * Join the database of the app that `npm test` has started, as a command does: by its data folder.
 * Refused without one, so that nobody's own data is ever tested on.
 */
export async function withInstallation(
  work: (installation: Installation) => Promise<void>,
): Promise<void> {
  const { ONRECORD_DATA: folder, ONRECORD_URL: url } = process.env;
  if (!folder || !url) {
    throw new Error(
      "Journeys need an app of their own: run them by `npm test -- e2e`, or set ONRECORD_URL and ONRECORD_DATA to one that may be written to.",
    );
  }
  const database = await openDatabase({ env: readEnv(), purpose: "command" });
  const db = makeClient(database.url, POOL);
  try {
    await work({ db, url });
  } finally {
    await db.$disconnect();
    await database.close();
  }
}
