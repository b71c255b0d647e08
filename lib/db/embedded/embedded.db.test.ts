import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Migration } from "../migration-folder.ts";
import { openDatabase } from "../open.ts";
import { execute } from "../scratch-database.ts";
import { type HeldProcess, holdInProcess } from "../testing/held-process.ts";
import { withFileLock } from "../file-lock.ts";
import { foldersIn } from "./folders.ts";
import { findPostmaster, readPidFile } from "./postmaster.ts";
import { stopServer } from "./server.ts";

let data: string;
let held: HeldProcess[];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "onrecord-embedded-"));
  held = [];
});

afterEach(async () => {
  await Promise.all(held.map((process) => process.kill()));
  await stopServer(foldersIn(data));
  rmSync(data, { recursive: true, force: true });
});

describe("the embedded server", () => {
  it("is started by one of two that start at the same moment, and stopped by the last one out", async () => {
    const both = [hold("serve"), hold("command")];
    const [app, command] = await Promise.all(both.map((process) => process.opened));
    expect(app?.url).toMatch(/^postgresql:\/\/onrecord:/);
    expect(command).toEqual(app);
    expect(await both[0]?.close()).toBe(0);
    expect(running()).not.toBeNull();
    expect(await both[1]?.close()).toBe(0);
    expect(running()).toBeNull();
  });

  it("lets only those in who can read its folder", async () => {
    const database = await open();
    expect(statSync(foldersIn(data).password).mode & 0o777).toBe(0o600);
    expect(statSync(foldersIn(data).cluster).mode & 0o777).toBe(0o700);
    const wrong = new URL(database.url);
    wrong.password = "guess";
    await expect(execute(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
    const admin = new URL(database.url);
    admin.username = "postgres";
    await expect(execute(admin.href, "SELECT 1")).rejects.toThrow(/no pg_hba.conf entry/);
    expect(
      await ask(database.url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"),
    ).toBe(false);
    await database.close();
  });

  it("is adopted when kill -9 took the app and left it behind", async () => {
    const app = hold("serve");
    const { url } = await app.opened;
    await app.kill();
    expect(running()).not.toBeNull();
    const next = hold("serve");
    expect((await next.opened).url).toBe(url);
    expect(await next.close()).toBe(0);
    expect(running()).toBeNull();
  });

  it("recovers when kill -9 took everything, and has what was committed", async () => {
    const app = hold("serve");
    const { url = "" } = await app.opened;
    await execute(url, "CREATE TABLE kept AS SELECT 'committed' AS word");
    const pid = running()?.pid ?? 0;
    await app.kill();
    process.kill(pid, "SIGKILL");
    const database = await open();
    expect(await ask(database.url, "SELECT word FROM kept")).toBe("committed");
    await database.close();
    expect(running()).toBeNull();
  });

  it("comes back at the same address when it is killed under a running app", async () => {
    const database = await open("serve");
    process.kill(running()?.pid ?? 0, "SIGKILL");
    await vi.waitFor(async () => expect(await ask(database.url, "SELECT 1 AS one")).toBe(1), {
      timeout: 15_000,
      interval: 100,
    });
    await vi.waitFor(
      async () => expect((await hold("serve").opened).problem).toContain("is serving"),
      {
        timeout: 10_000,
      },
    );
    await database.close();
    expect(running()).toBeNull();
  });

  it("starts although its pid file names a process of somebody else", async () => {
    const database = await open();
    const { cluster } = foldersIn(data);
    const file = readFileSync(join(cluster, "postmaster.pid"), "utf8");
    await database.close();
    writeFileSync(join(cluster, "postmaster.pid"), file.replace(/^\d+/, String(process.ppid)));
    const again = await open();
    expect(running()?.pid).not.toBe(process.ppid);
    await again.close();
  });

  it("refuses a second app on the same data folder, and lets commands in", async () => {
    const first = hold("serve");
    await first.opened;
    const second = hold("serve");
    expect((await second.opened).problem).toContain(
      `Another Onrecord is serving from the data folder ${data}.`,
    );
    expect(await second.close()).toBe(1);
    expect((await hold("command").opened).url).toBeDefined();
    expect(running()).not.toBeNull();
  });

  it.each<Record<string, string>>([
    {},
    { LANG: "C" },
    { LC_ALL: "C", LANG: "" },
    { LANG: "xx_YY.ISO-8859-1" },
  ])("makes a database of code points under any locale: %o", async (locale) => {
    const { url = "" } = await hold("command", locale).opened;
    expect(await ask(url, "SHOW server_encoding")).toBe("UTF8");
    expect(await ask(url, "SELECT char_length(U&'\\+01F600') || lower('ÄПР')")).toBe("1äпр");
  });

  it("leaves nothing running when Ctrl-C comes while it starts", async () => {
    const app = hold("serve");
    await vi.waitFor(() => expect(existsSync(foldersIn(data).lock)).toBe(true), { interval: 5 });
    app.child.kill("SIGINT");
    expect((await app.opened).problem).toContain("Stopped before the database was ready.");
    await app.close();
    expect(running()).toBeNull();
    expect(readPidFile(foldersIn(data).cluster)).toBeNull();
    const next = hold("serve");
    expect((await next.opened).url).toBeDefined();
  });

  it("sees a folder that is no database, and takes away what was never finished", async () => {
    const { cluster } = foldersIn(data);
    mkdirSync(`${cluster}.new-0badcafe`);
    mkdirSync(cluster);
    writeFileSync(join(cluster, "PG_VERSION"), "18\n");
    await expect(open()).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("no complete database"),
    });
    expect(readdirSync(data)).not.toContain("postgres.new-0badcafe");
    rmSync(cluster, { recursive: true });
    await (await open()).close();
  });

  it("says so when the data folder cannot be one", async () => {
    const file = join(data, "a-file");
    writeFileSync(file, "");
    const opening = openDatabase({
      env: { dataFolder: join(file, "data"), databaseUrl: null },
      purpose: "command",
    });
    await expect(opening).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("a file is in its way"),
    });
  });

  it("copies data before a migration touches it, and names the copy", async () => {
    const first = migration(
      "1_first",
      "CREATE TABLE word (word text); INSERT INTO word VALUES ('before');",
    );
    const second = migration("2_second", "UPDATE word SET word = 'after';");
    const notices: string[] = [];
    const start = (migrations: Migration[]) =>
      open("serve", migrations, (notice) => notices.push(notice));
    await (await start([first])).close();
    expect(notices).toEqual([]);
    const database = await start([first, second]);
    expect(await ask(database.url, "SELECT word FROM word")).toBe("after");
    await database.close();
    const copy = /kept in (.*)\.$/.exec(notices[0] ?? "")?.[1] ?? "";
    expect(copy).toContain("postgres-at-1_first-");

    rmSync(foldersIn(data).cluster, { recursive: true });
    renameSync(copy, foldersIn(data).cluster);
    const back = await start([first]);
    expect(await ask(back.url, "SELECT word FROM word")).toBe("before");
    await back.close();
  });

  it("does not copy under the feet of somebody who uses it", async () => {
    const first = migration(
      "1_first",
      "CREATE TABLE word (word text); INSERT INTO word VALUES ('before');",
    );
    const older = await open("command", [first]);
    const opening = open("command", [
      first,
      migration("2_second", "UPDATE word SET word = 'after';"),
    ]);
    await expect(opening).rejects.toThrow(/another Onrecord process still uses it/);
    expect(await ask(older.url, "SELECT word FROM word")).toBe("before");
    await older.close();
    expect(running()).toBeNull();
  });
});

describe("the file lock", () => {
  it("is taken by one at a time, and goes with its process", async () => {
    const file = join(data, "a.lock");
    const order: string[] = [];
    await Promise.all(
      ["a", "b", "c"].map((name) =>
        withFileLock(file, async () => {
          order.push(`${name} in`);
          await new Promise((resolve) => setImmediate(resolve));
          order.push(`${name} out`);
        }),
      ),
    );
    expect(order.filter((_, i) => i % 2 === 0).map((entry) => entry.replace("in", "out"))).toEqual(
      order.filter((_, i) => i % 2 === 1),
    );
    await expect(withFileLock(file, () => Promise.reject(new Error("inside")))).rejects.toThrow(
      "inside",
    );
    expect(await withFileLock(file, async () => "free again")).toBe("free again");
  });
});

function hold(purpose: "serve" | "command", env: Record<string, string> = {}): HeldProcess {
  const process = holdInProcess(data, purpose, env);
  held.push(process);
  return process;
}

function open(
  purpose: "serve" | "command" = "command",
  migrations: readonly Migration[] = [],
  onNotice: (notice: string) => void = () => undefined,
) {
  return openDatabase({
    env: { dataFolder: data, databaseUrl: null },
    purpose,
    migrations,
    onNotice,
  });
}

function running() {
  return findPostmaster(foldersIn(data).cluster);
}

async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(query);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}
