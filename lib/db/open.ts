import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { openEmbedded } from "./embedded/open-embedded.ts";
import { type Holder, openHolder, takeServingLock } from "./holder.ts";
import { closeOnSignal, interruptible } from "./interruptible.ts";
import { placeOf } from "./conflicts.ts";
import { migrate } from "./migrate.ts";
import { ownMigrations } from "./migration-folder.ts";
import { lossOf, type Opening, type OpenOptions, type Session } from "./session.ts";

export type OpenDatabase = {
  url: string;
  isEmbedded: boolean;
  /** Nobody has an account in it yet. */
  isNew: boolean;
  /** Done with it. The last process that uses an embedded database stops its server. */
  close(): Promise<void>;
};

/**
 * Have a database that is running, ours to use and at the level of this code: the one that
 * DATABASE_URL names, or the embedded one of the data folder, which is started when it is not.
 * Until close() the process is known to use it, and a connection that is cut is made again.
 *
 * A signal while it opens is answered in order. A command that gets one later is closed and ended;
 * an app closes by itself. Refused with a DomainError: whatever stands in the way, in a sentence.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const migrations = options.migrations ?? ownMigrations();
  const { session, isNew } = await interruptible(async (signal) => {
    const opening = { ...options, migrations, signal };
    const session = options.env.databaseUrl
      ? await openExternal(options.env.databaseUrl, opening)
      : await openEmbedded(opening);
    return { session, isNew: await hasNoUser(session.holder.client) };
  });
  let current: Promise<Holder | null> = Promise.resolve(session.holder);
  let isClosing = false;
  const closing = new AbortController();

  const keep = () => {
    if (!isClosing) current = regain();
  };
  const regain = async (): Promise<Holder | null> => {
    while (!isClosing) {
      try {
        return await session.regain(keep);
      } catch {
        await sleep(1_000, undefined, { signal: closing.signal, ref: false }).catch(
          () => undefined,
        );
      }
    }
    return null;
  };
  session.watch(keep);

  const close = async () => {
    if (isClosing) return;
    isClosing = true;
    closing.abort();
    stopListening();
    await session.leave(await current);
  };
  const stopListening = options.purpose === "command" ? closeOnSignal(close) : () => undefined;
  return { url: session.url, isEmbedded: options.env.databaseUrl === null, isNew, close };
}

async function openExternal(
  url: string,
  { purpose, migrations, signal }: Opening,
): Promise<Session> {
  const lost = lossOf();
  const hold = async (onLost: () => void) => {
    const holder = await openHolder(url, purpose, onLost);
    try {
      // Copies of the app may share it, but not with a restore.
      if (purpose === "serve") await takeServingLock(holder, true, placeOf(url));
      return holder;
    } catch (error) {
      await holder.close();
      throw error;
    }
  };
  const holder = await hold(lost.happened);
  try {
    await migrate(url, migrations);
    signal.throwIfAborted();
  } catch (error) {
    await holder.close();
    throw error;
  }
  return { url, holder, watch: lost.watch, regain: hold, leave: async (last) => last?.close() };
}

async function hasNoUser(client: pg.Client): Promise<boolean> {
  const table = await client.query<{ there: boolean }>(
    "SELECT to_regclass('user_account') IS NOT NULL AS there",
  );
  if (!table.rows[0]?.there) return true;
  const answer = await client.query("SELECT 1 FROM user_account LIMIT 1");
  return answer.rows.length === 0;
}
