import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { readEnv } from "#lib/env.ts";
import { migrate } from "../migrate.ts";
import { openDatabase } from "../open.ts";
import { execute, withDatabaseName } from "../scratch-database.ts";

/** What the tests need to make databases of their own. */
export type TestServer = {
  /** An address on the server, of a role that may create databases. */
  url: string;
  /** Name of the migrated database that they are copied from. */
  template: string;
};

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * Once for a run: a server (ONRECORD_TEST_DATABASE_URL, or an embedded one in a folder of its own)
 * and on it one migrated database as template. Two runs at once do not meet.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const external = readEnv().testDatabaseUrl;
  const folder = mkdtempSync(join(tmpdir(), "onrecord-tests-"));
  const server = await openDatabase({
    env: { dataFolder: folder, databaseUrl: external },
    purpose: "command",
    migrations: [],
    // What the tests write need not outlive a power cut.
    serverSettings: [
      "fsync=off",
      "synchronous_commit=off",
      "full_page_writes=off",
      "max_connections=200",
    ],
  });
  const template = `onrecord_template_${process.pid}`;
  await execute(server.url, `DROP DATABASE IF EXISTS ${template}`);
  await execute(server.url, `CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`);
  await migrate(withDatabaseName(server.url, template));
  project.provide("testServer", { url: server.url, template });
  return async () => {
    if (external) await execute(server.url, `DROP DATABASE ${template} WITH (FORCE)`);
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
