import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backup } from "./backup.ts";
import { migrate } from "./migrate.ts";
import type { Migration } from "./migration-folder.ts";
import { openDatabase } from "./open.ts";
import { restore } from "./restore.ts";
import { execute } from "./scratch-database.ts";
import { createEmptyDatabase, type TestDatabase } from "./testing/template.ts";

let folder: string;
let databases: TestDatabase[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-backup-"));
  databases = [];
});

afterEach(async () => {
  await Promise.all(databases.map((database) => database.drop()));
  rmSync(folder, { recursive: true, force: true });
});

const FIRST = migration(
  "1_first",
  `CREATE TYPE mood AS ENUM ('calm', 'cross');
   CREATE TABLE desk (id int PRIMARY KEY, boss int);
   CREATE TABLE person (
     id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, desk int NOT NULL REFERENCES desk, likes int REFERENCES person,
     name text NOT NULL, mood mood, photo bytea, weights double precision[], born timestamptz,
     shout text GENERATED ALWAYS AS (upper(name)) STORED);
   ALTER TABLE desk ADD CONSTRAINT desk_boss FOREIGN KEY (boss) REFERENCES person DEFERRABLE INITIALLY DEFERRED;
   CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'kept; for ever'; END $$;
   CREATE TRIGGER person_is_kept BEFORE DELETE ON person FOR EACH ROW EXECUTE FUNCTION refuse();
   CREATE TRIGGER person_is_not_emptied BEFORE TRUNCATE ON person EXECUTE FUNCTION refuse();
   CREATE TRIGGER never_on BEFORE INSERT ON desk FOR EACH ROW EXECUTE FUNCTION refuse();
   ALTER TABLE desk DISABLE TRIGGER never_on;`,
);
const SECOND = migration(
  "2_second",
  "ALTER TABLE person ADD COLUMN greeting text; UPDATE person SET greeting = 'Hello, ' || name;",
);

describe("backup and restore", () => {
  it("bring back every table as it was, cycles and all", async () => {
    const source = await filled([FIRST, SECOND]);
    const file = join(folder, "all.backup");
    expect(await backup(source.url, file)).toEqual({ desk: 2, person: 3 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const target = await empty();
    expect(await restore(target.url, file, { migrations: [FIRST, SECOND] })).toEqual({
      tables: { desk: 2, person: 3 },
      before: null,
    });
    expect(await contents(target.url)).toEqual(await contents(source.url));
    expect(readdirSync(folder)).toEqual(["all.backup"]);
  });

  it("leave rules, triggers and counters as they were", async () => {
    const source = await filled([FIRST]);
    const file = join(folder, "all.backup");
    await backup(source.url, file);
    const target = await empty();
    await restore(target.url, file, { migrations: [FIRST] });
    expect(await rulesOf(target.url)).toEqual(await rulesOf(source.url));
    const next = "INSERT INTO person (desk, name) VALUES (1, 'Next') RETURNING id";
    expect(await rows(target.url, next)).toEqual([{ id: 4 }]);
    await expect(execute(target.url, "DELETE FROM person")).rejects.toThrow("kept; for ever");
    const unknownDesk = "INSERT INTO person (desk, name) VALUES (9, 'Nobody')";
    await expect(execute(target.url, unknownDesk)).rejects.toThrow(/foreign key/);
  });

  it("keep what was there before in a backup of its own, named", async () => {
    const source = await filled([FIRST]);
    const file = join(folder, "all.backup");
    await backup(source.url, file);
    await execute(source.url, "UPDATE person SET name = 'Changed' WHERE id = 1");
    const notices: string[] = [];
    const options = { migrations: [FIRST], onNotice: (notice: string) => notices.push(notice) };
    const { before } = await restore(source.url, file, options);
    expect(notices).toEqual([`What the database held until now is kept in ${before}.`]);
    expect(await rows(source.url, "SELECT name FROM person WHERE id = 1")).toEqual([
      { name: "Ünal\t\\N\n\\." },
    ]);
    await restore(source.url, before ?? "", options);
    expect(await rows(source.url, "SELECT name FROM person WHERE id = 1")).toEqual([
      { name: "Changed" },
    ]);
  });

  it("bring a backup of an older version to the level of the code", async () => {
    const file = join(folder, "old.backup");
    await backup((await filled([FIRST])).url, file);
    const target = await filled([FIRST, SECOND]);
    await restore(target.url, file, { migrations: [FIRST, SECOND] });
    expect(await rows(target.url, "SELECT greeting FROM person WHERE id = 2")).toEqual([
      { greeting: "Hello, Mara" },
    ]);
    expect(await migrate(target.url, [FIRST, SECOND])).toEqual([]);
  });

  it("take one moment, whatever happens meanwhile", async () => {
    const source = await filled([FIRST]);
    const file = join(folder, "all.backup");
    const writing = (async () => {
      for (let n = 100; n < 160; n++) {
        await execute(
          source.url,
          `INSERT INTO desk VALUES (${n}, 1); INSERT INTO person (desk, name) VALUES (${n}, 'P')`,
        );
      }
    })();
    const counts = await backup(source.url, file);
    await writing;
    expect((counts.person ?? 0) - (counts.desk ?? 0)).toBe(1);
    const target = await empty();
    expect((await restore(target.url, file, { migrations: [FIRST] })).tables).toEqual(counts);
  });
});

describe("restore refuses, and touches nothing", () => {
  it("a file that was damaged, cut off, or is something else", async () => {
    const source = await filled([FIRST]);
    const good = join(folder, "good.backup");
    await backup(source.url, good);
    const before = await contents(source.url);
    const bytes = readFileSync(good);
    const text = gunzipSync(bytes).toString("latin1");
    const bad: Record<string, Buffer> = {
      "cut off": bytes.subarray(0, bytes.length - 20),
      "cut off between rows": gzipSync(
        Buffer.from(text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1), "latin1"),
      ),
      "one letter changed": gzipSync(Buffer.from(text.replace("Mara", "Nara"), "latin1")),
      "a row too many": gzipSync(
        Buffer.from(text.replace(/(\n[^\n]*Mara[^\n]*)/, "$1$1"), "latin1"),
      ),
      "one bit changed": Buffer.from(
        bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 4 : byte)),
      ),
      "something else": Buffer.from("It was a dark and stormy night."),
      "something else in gzip": gzipSync("It was a dark and stormy night.\n"),
      empty: Buffer.alloc(0),
    };
    for (const [what, content] of Object.entries(bad)) {
      const file = join(folder, "bad.backup");
      writeFileSync(file, content);
      const restoring = restore(source.url, file, { migrations: [FIRST] });
      await expect(restoring, what).rejects.toMatchObject({
        code: "invalid",
        message: expect.stringContaining("is no whole backup"),
      });
    }
    await expect(
      restore(source.url, join(folder, "none"), { migrations: [FIRST] }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(restore(source.url, folder, { migrations: [FIRST] })).rejects.toThrow(
      /is a folder/,
    );
    expect(await contents(source.url)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(["bad.backup", "good.backup"]);
  });

  it("a backup from a newer version or another edition", async () => {
    const file = join(folder, "new.backup");
    await backup((await filled([FIRST, SECOND])).url, file);
    const target = await filled([FIRST]);
    await expect(restore(target.url, file, { migrations: [FIRST] })).rejects.toThrow(
      /was made by a newer Onrecord: this one does not know its migration 2_second/,
    );
    const other = migration("2_second", "SELECT 1;");
    await expect(restore(target.url, file, { migrations: [FIRST, other] })).rejects.toThrow(
      /another edition/,
    );
    const later = gunzipSync(readFileSync(file))
      .toString("latin1")
      .replace('"version":1', '"version":2');
    writeFileSync(file, gzipSync(Buffer.from(later, "latin1")));
    await expect(restore(target.url, file, { migrations: [FIRST, SECOND] })).rejects.toThrow(
      /newer Onrecord/,
    );
  });

  it("while an app is serving", async () => {
    const source = await filled([FIRST]);
    const file = join(folder, "all.backup");
    await backup(source.url, file);
    const app = await openDatabase({
      env: { dataFolder: "/nowhere", databaseUrl: source.url },
      purpose: "serve",
      migrations: [FIRST],
    });
    await expect(restore(source.url, file, { migrations: [FIRST] })).rejects.toThrow(
      /app is serving from this database/,
    );
    await app.close();
    await restore(source.url, file, { migrations: [FIRST] });
  });

  it("data that break a rule of the database", async () => {
    const source = await filled([FIRST]);
    const file = join(folder, "all.backup");
    await backup(source.url, file);
    const lines = gunzipSync(readFileSync(file)).toString("latin1").split("\n").slice(0, -2);
    const forged = `${lines.map((line) => line.replace(/^2\t1\t/, "2\t77\t")).join("\n")}\n`;
    const hash = createHash("sha256").update(forged, "latin1").digest("hex");
    writeFileSync(
      file,
      gzipSync(Buffer.from(`${forged}${JSON.stringify({ sha256: hash })}\n`, "latin1")),
    );
    const before = await contents(source.url);
    await expect(restore(source.url, file, { migrations: [FIRST] })).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(
        /could not be restored, and nothing was changed: .*foreign key/,
      ),
    });
    expect(await contents(source.url)).toEqual(before);
  });
});

describe("backup", () => {
  it("leaves nothing when it cannot be written", async () => {
    const source = await filled([FIRST]);
    const file = join(folder, "not", "there.backup");
    await expect(backup(source.url, file)).rejects.toThrow(
      `could not be written to ${file}: its folder does not exist.`,
    );
    await expect(backup(source.url, folder)).rejects.toThrow(/a folder of that name is there/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

async function empty(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  databases.push(database);
  return database;
}

async function filled(migrations: readonly Migration[]): Promise<TestDatabase> {
  const database = await empty();
  await migrate(database.url, migrations);
  await execute(
    database.url,
    `BEGIN;
     INSERT INTO desk VALUES (1, 2), (2, NULL);
     INSERT INTO person (desk, likes, name, mood, photo, weights, born) VALUES
       (1, 3, E'Ünal\\t\\\\N\\n\\\\.', 'cross', '\\x000aff', '{1.1, 2e300, NaN}', '2026-02-03 04:05:06.789+01'),
       (1, NULL, 'Mara', NULL, NULL, NULL, NULL),
       (2, 2, '', 'calm', '', '{}', 'infinity');
     COMMIT;`,
  );
  return database;
}

async function contents(url: string): Promise<unknown> {
  return [
    await rows(url, "SELECT * FROM desk ORDER BY id"),
    await rows(url, "SELECT * FROM person ORDER BY id"),
  ];
}

async function rulesOf(url: string): Promise<unknown> {
  return [
    await rows(url, "SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1"),
    await rows(
      url,
      "SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE contype = 'f' ORDER BY 1",
    ),
  ];
}

async function rows(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
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
