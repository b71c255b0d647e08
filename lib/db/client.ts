import { EventEmitter } from "node:events";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { readEnv } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { type Prisma, PrismaClient } from "#generated/prisma/client.ts";

/** The database as operations get it: the client, or a transaction of it. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** A client over a pool of connections of its own; end it with `$disconnect()`. */
export function makeClient(url: string, poolSize: number = readEnv().poolSize): PrismaClient {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: `onrecord ${process.pid}`,
    // Long enough for the server to come back, short enough that nobody thinks the page hangs.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.on("connect", keepConstraintNames);
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 60_000 } });
}

/**
 * The adapter drops the name of the constraint from most errors, also the one by which a trigger
 * says which rule was broken. It keeps the hint, so the name travels there; see findRefusal().
 */
function keepConstraintNames(client: pg.PoolClient): void {
  const connection: unknown = Reflect.get(client, "connection");
  if (!(connection instanceof EventEmitter)) return;
  connection.prependListener("errorMessage", (error: pg.DatabaseError) => {
    if (error.constraint) error.hint ??= `constraint "${error.constraint}"`;
  });
}

/**
 * The one client of this process. It stands on globalThis, because a production build of Next gives
 * its instrumentation and its routes modules of their own. Its address is that of useDatabase(), or
 * DATABASE_URL.
 */
export function db(): PrismaClient {
  const held = ours();
  held.client ??= makeClient(databaseUrl());
  return held.client;
}

/** Say which database db() speaks to, before anybody asks: an embedded one has no DATABASE_URL. */
export function useDatabase(url: string): void {
  const held = ours();
  if (held.client !== null && held.url !== url) throw new Error("The database was chosen already.");
  held.url = url;
}

/** The address that db() uses. */
export function databaseUrl(): string {
  const url = ours().url ?? readEnv().databaseUrl;
  if (url === null)
    throw new DomainError("unavailable", "No database was opened, and DATABASE_URL is not set.");
  return url;
}

/** End the connections of db(). A later db() makes new ones. */
export async function disconnect(): Promise<void> {
  const held = ours();
  const { client } = held;
  held.client = null;
  await client?.$disconnect();
}

function ours() {
  globalThis.onrecordDb ??= { client: null, url: null };
  return globalThis.onrecordDb;
}

declare global {
  var onrecordDb: { client: PrismaClient | null; url: string | null } | undefined;
}
