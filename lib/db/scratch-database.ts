import { randomBytes } from "node:crypto";
import pg from "pg";

/** Make an empty database beside the one at `url`, use it, and drop it whatever happens. */
export async function withScratchDatabase<T>(
  url: string,
  work: (scratchUrl: string) => Promise<T>,
): Promise<T> {
  const name = `onrecord_scratch_${randomBytes(6).toString("hex")}`;
  await execute(url, `CREATE DATABASE ${name} TEMPLATE template0`);
  try {
    return await work(withDatabaseName(url, name));
  } finally {
    await execute(url, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

/** The address of another database of the same server. */
export function withDatabaseName(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** One statement on a connection of its own. */
export async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
