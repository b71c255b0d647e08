import { Prisma } from "#generated/prisma/client.ts";
import type { Db } from "./client.ts";

/**
 * Something to be read: SQL for one JSON value, and what becomes of it. Whoever states it puts the
 * caller's rights into the SQL or into `read`, so that it is safe however it is read: alone, or
 * together with others in one round trip.
 */
export type Reading<T> = {
  /** A whole SELECT of one row with one column. */
  readonly sql: Prisma.Sql;
  readonly read: (value: unknown) => T;
};

/** What a column of a row becomes in JSON. */
export type InJson<Row> = {
  [K in keyof Row]: Row[K] extends Date
    ? string
    : Row[K] extends Date | null
      ? string | null
      : Row[K];
};

/** The rows of a SELECT, in its order, as objects of its column names. */
export function readingOfRows<Row, T>(
  select: Prisma.Sql,
  read: (rows: readonly Row[]) => T,
): Reading<T> {
  return {
    sql: Prisma.sql`SELECT coalesce(json_agg(row_to_json(listed)), '[]'::json) FROM (${select}) listed`,
    // As with every raw query, the type says what the SQL beside it selects.
    read: (value) => read(value as Row[]),
  };
}

/** The one row of a SELECT, or null. */
export function readingOfRow<Row, T>(select: Prisma.Sql, read: (row: Row | null) => T): Reading<T> {
  return readingOfRows<Row, T>(select, ([row]) => read(row ?? null));
}

/** One reading in a statement of its own. */
export async function readAlone<T>(db: Db, reading: Reading<T>): Promise<T> {
  return (await readTogether(db, { reading })).reading;
}

/** Several readings in one statement, so all of one moment. */
export async function readTogether<R extends Readings>(db: Db, readings: R): Promise<Read<R>> {
  const all = Object.entries(readings);
  const columns = all.map(([, { sql }], at) => Prisma.sql`(${sql}) AS ${Prisma.raw(`"${at}"`)}`);
  const [row = {}] = await db.$queryRaw<Record<string, unknown>[]>`SELECT ${Prisma.join(columns)}`;
  return Object.fromEntries(all.map(([name, { read }], at) => [name, read(row[at])])) as Read<R>;
}

type Readings = Readonly<Record<string, Reading<unknown>>>;
type Read<R extends Readings> = { [K in keyof R]: R[K] extends Reading<infer T> ? T : never };
