import { createHash } from "node:crypto";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { diffMigration } from "./diff-migration.ts";
import { migrate } from "./migrate.ts";
import { type Migration, ownMigrations } from "./migration-folder.ts";
import { openDatabase } from "./open.ts";
import { execute, withDatabaseName } from "./scratch-database.ts";
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from "./testing/template.ts";

let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});

afterEach(() => database.drop());

const TABLE = migration(
  "1_table",
  "CREATE TABLE word (word text); INSERT INTO word VALUES ('first; second');",
);
const BODY = migration(
  "2_body",
  `CREATE FUNCTION shout(word text) RETURNS text LANGUAGE plpgsql AS $$
   BEGIN
     RETURN upper(word) || '!';
   END $$;
   UPDATE word SET word = shout(word);`,
);
const FAILS = migration(
  "3_fails",
  "CREATE TABLE left_behind (n int); INSERT INTO left_behind VALUES (1); SELECT 1 / 0;",
);

describe("migrate", () => {
  it("applies a folder in order, bodies of functions included, and keeps Prisma's own table", async () => {
    expect(await migrate(database.url, [TABLE, BODY])).toEqual(["1_table", "2_body"]);
    expect(await rows("SELECT word FROM word")).toEqual([{ word: "FIRST; SECOND!" }]);
    expect(
      await rows(
        `SELECT migration_name AS name, checksum, applied_steps_count AS steps, finished_at IS NOT NULL AS finished
           FROM _prisma_migrations ORDER BY started_at`,
      ),
    ).toEqual([
      { name: "1_table", checksum: TABLE.checksum, steps: 1, finished: true },
      { name: "2_body", checksum: BODY.checksum, steps: 1, finished: true },
    ]);
    expect(await migrate(database.url, [TABLE, BODY])).toEqual([]);
  });

  it("applies once when four copies start at once", async () => {
    const slow = migration("0_slow", "SELECT pg_sleep(0.2); CREATE TABLE once (n int);");
    const applied = await Promise.all(
      [1, 2, 3, 4].map(() => migrate(database.url, [slow, TABLE, BODY])),
    );
    expect(applied.map((names) => names.length).sort()).toEqual([0, 0, 0, 3]);
    expect(await rows("SELECT count(*)::int AS n FROM _prisma_migrations")).toEqual([{ n: 3 }]);
  });

  it("leaves nothing of one that fails, and goes on when it is put right", async () => {
    await expect(migrate(database.url, [TABLE, BODY, FAILS])).rejects.toMatchObject({
      code: "unavailable",
      message: "The migration 3_fails failed and changed nothing: division by zero",
    });
    expect(await rows("SELECT to_regclass('left_behind')::text AS it")).toEqual([{ it: null }]);
    expect(await rows("SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1")).toEqual([
      { name: "1_table" },
      { name: "2_body" },
    ]);
    const mended = migration("3_fails", "CREATE TABLE left_behind (n int);");
    expect(await migrate(database.url, [TABLE, BODY, mended])).toEqual(["3_fails"]);
  });

  it("refuses a database that is newer than the code", async () => {
    await migrate(database.url, [TABLE, BODY]);
    await expect(migrate(database.url, [TABLE])).rejects.toThrow(
      "This database was made by a newer Onrecord: this one does not know its migration 2_body.",
    );
  });

  it("refuses a migration that was changed after it was applied", async () => {
    await migrate(database.url, [TABLE]);
    const edited = { ...migration("1_table", "CREATE TABLE word (word text);") };
    await expect(migrate(database.url, [edited])).rejects.toThrow(
      /1_table was changed after it had been applied/,
    );
  });

  it("explains one that Prisma's own tools left half-done, and the explanation works", async () => {
    await migrate(database.url, [TABLE]);
    await execute(
      database.url,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ('x', '${BODY.checksum}', '2_body', 'no room')`,
    );
    const refusal: unknown = await migrate(database.url, [TABLE, BODY]).catch(
      (error: unknown) => error,
    );
    expect(String(refusal)).toContain(
      "The migration 2_body failed in this database and was left half-done: no room",
    );
    await execute(database.url, /UPDATE .*?;/.exec(String(refusal))?.[0] ?? "");
    expect(await migrate(database.url, [TABLE, BODY])).toEqual(["2_body"]);
  });

  it("refuses a database with tables of somebody else", async () => {
    await execute(database.url, "CREATE TABLE foreign_thing (n int)");
    await expect(migrate(database.url, [TABLE])).rejects.toThrow(
      /holds tables that Onrecord did not make/,
    );
    expect(await rows("SELECT to_regclass('word')::text AS it")).toEqual([{ it: null }]);
  });

  it("refuses a database that is not UTF-8", async () => {
    const { url } = inject("testServer");
    const name = `onrecord_latin_${randomBytes(4).toString("hex")}`;
    await execute(
      url,
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`,
    );
    const opening = openDatabase({
      env: { dataFolder: "/nowhere", databaseUrl: withDatabaseName(url, name) },
      purpose: "serve",
      migrations: [TABLE],
    });
    await expect(opening).rejects.toThrow(
      /has the encoding LATIN1, in which texts cannot be kept whole/,
    );
    await execute(url, `DROP DATABASE ${name}`);
  });

  it("says where a database should be that is not there, without the password", async () => {
    const away = new URL(database.url);
    away.port = "1";
    const refusal: unknown = await migrate(away.href, [TABLE]).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(/^The database at 127.0.0.1:1\/.* cannot be reached/),
    });
    expect(String(refusal)).not.toContain(away.password);
    const wrong = new URL(database.url);
    wrong.password = "guess";
    await expect(migrate(wrong.href, [TABLE])).rejects.toThrow(/refuses the user or the password/);
  });
});

describe("an external database", () => {
  it("is shared by copies of the app", async () => {
    const open = () =>
      openDatabase({
        env: { dataFolder: "/nowhere", databaseUrl: database.url },
        purpose: "serve",
        migrations: [TABLE],
      });
    const both = await Promise.all([open(), open()]);
    expect(both.map(({ isEmbedded, isNew, url }) => ({ isEmbedded, isNew, url }))).toEqual(
      Array.from({ length: 2 }, () => ({ isEmbedded: false, isNew: true, url: database.url })),
    );
    await Promise.all(both.map((each) => each.close()));
  });
});

describe("the code's own migrations", () => {
  it("lead to the Prisma schema", async () => {
    expect(await diffMigration(inject("testServer").url)).toBe("");
  });

  it("are all applied in a test's database", async () => {
    const copy = await createTestDatabase();
    expect(await migrate(copy.url)).toEqual([]);
    expect(ownMigrations().length).toBeGreaterThan(0);
    await copy.drop();
  });
});

async function rows(query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}
