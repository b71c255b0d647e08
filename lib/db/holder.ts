import pg from "pg";
import { isAlive } from "./embedded/postmaster.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { DomainError } from "#lib/errors.ts";
import { explainConnection } from "./conflicts.ts";
import { LOCKS } from "./locks.ts";

export type Purpose = "serve" | "command";

/**
 * The connection by which a process says that it uses the database, for as long as it does.
 * PostgreSQL forgets it when the process ends, however it ends, so it can never be stale.
 */
export type Holder = {
  client: pg.Client;
  /** Other processes that use this server at the moment. */
  countOthers(): Promise<number>;
  close(): Promise<void>;
};

const NAME = "onrecord-holder";

/** `onLost` is called when the connection ends without close(). */
export async function openHolder(
  url: string,
  purpose: Purpose,
  onLost: () => void,
): Promise<Holder> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `${NAME} ${purpose} ${process.pid}`,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  });
  let isClosing = false;
  client.on("error", () => undefined);
  client.on("end", () => {
    if (!isClosing) onLost();
  });
  try {
    await client.connect();
  } catch (error) {
    isClosing = true;
    throw explainConnection(url, error);
  }
  return {
    client,
    countOthers: () => countOthers(client),
    close: async () => {
      isClosing = true;
      await client.end();
    },
  };
}

/**
 * Say that we serve from this database. Copies of the app may share an external one; on an
 * embedded one, whose folder also holds files, there is one app at a time.
 */
export async function takeServingLock(
  holder: Holder,
  isShared: boolean,
  place: string,
): Promise<void> {
  const name = isShared ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock";
  const answer = await holder.client.query<{ taken: boolean }>(`SELECT ${name}($1, $2) AS taken`, [
    ...LOCKS.serving,
  ]);
  if (answer.rows[0]?.taken) return;
  const isRestoring = await findRestore(holder.client);
  throw new DomainError(
    "unavailable",
    isRestoring
      ? "A backup is being restored into this database. Start again when that is done."
      : `Another Onrecord is serving from ${place}. Stop it first, or set ONRECORD_DATA and PORT to run a second one beside it.`,
  );
}

/** Names of connections are cut at 63 bytes; a restore's is set by the restore. */
export const RESTORE_NAME = "onrecord-restore";

async function findRestore(client: pg.Client): Promise<boolean> {
  const answer = await client.query("SELECT 1 FROM pg_stat_activity WHERE application_name = $1", [
    RESTORE_NAME,
  ]);
  return answer.rows.length > 0;
}

/**
 * A process that was killed a moment ago may still be listed. If all the others are of processes
 * that are gone, the server is given some time to notice.
 */
async function countOthers(client: pg.Client): Promise<number> {
  for (let round = 0; ; round++) {
    const answer = await client.query<{ application_name: string }>(
      "SELECT application_name FROM pg_stat_activity WHERE application_name LIKE $1 AND pid <> pg_backend_pid()",
      [`${NAME} %`],
    );
    const pids = answer.rows.map((row) =>
      Number.parseInt(row.application_name.split(" ")[2] ?? "", 10),
    );
    if (pids.length === 0 || pids.some(isAlive) || round === 40) return pids.length;
    await sleep(50);
  }
}
