import pg from "pg";
import { LOCKS } from "#lib/db/locks.ts";

/** A name that this process holds alone. */
export type Lease = { release: () => Promise<void> };

export type Leases = {
  /** Null while somebody else, or this process itself, holds the name. */
  take: (name: string) => Promise<Lease | null>;
  close: () => Promise<void>;
};

/**
 * Names held for as long as one connection lives. PostgreSQL lets go of them the moment the process
 * ends, however it ends, so what a dead worker held is free in no time. `onLost` is called when the
 * connection ends without close(): from then on nothing is held any more, and the process should end.
 */
export async function openLeases(url: string, onLost: () => void): Promise<Leases> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `onrecord-leases ${process.pid}`,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  });
  let isClosing = false;
  client.on("error", () => undefined);
  client.on("end", () => {
    if (!isClosing) onLost();
  });
  await client.connect();
  // Anybody may see by it that a worker is here.
  await client.query("SELECT pg_advisory_lock_shared($1, $2)", [...LOCKS.working]);
  const held = new Set<string>();
  const ask = oneByOne(client);
  return {
    take: async (name) => {
      // The same connection would be given the same lock again.
      if (held.has(name)) return null;
      held.add(name);
      const isTaken = await ask("SELECT pg_try_advisory_lock($LOCK) AS yes", name).catch(
        (error: unknown) => {
          held.delete(name);
          throw error;
        },
      );
      if (!isTaken) {
        held.delete(name);
        return null;
      }
      return {
        release: async () => {
          await ask("SELECT pg_advisory_unlock($LOCK) AS yes", name);
          held.delete(name);
        },
      };
    },
    close: async () => {
      isClosing = true;
      await client.end();
    },
  };
}

/** How a lease's name becomes the number of an advisory lock: `hashtextextended(NAME, 66732)`. */
export const LEASE_SEED = 66_732;

/** Questions of yes or no to one connection, which can be asked one at a time only. */
function oneByOne(client: pg.Client): (statement: string, name: string) => Promise<boolean> {
  let before: Promise<unknown> = Promise.resolve();
  return (statement, name) => {
    const text = statement.replace("$LOCK", `hashtextextended($1, ${LEASE_SEED})`);
    const answer = before.then(() => client.query<{ yes: boolean }>(text, [name]));
    before = answer.catch(() => undefined);
    return answer.then(({ rows }) => rows[0]?.yes ?? false);
  };
}
