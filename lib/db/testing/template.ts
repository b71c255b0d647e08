import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import { findRefusal } from "../conflicts.ts";
import { execute, withDatabaseName } from "../scratch-database.ts";

export type TestDatabase = { url: string; drop: () => Promise<void> };

/**
 * A database of one's own, at the level of the code and empty: a copy of the run's template. Make
 * one for each test file, and drop it in the end; that ends what is still connected to it.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  return await copyOf(inject("testServer").template);
}

/** A database without any table. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return await copyOf("template0");
}

async function copyOf(template: string): Promise<TestDatabase> {
  const { url } = inject("testServer");
  const name = `onrecord_test_${process.pid}_${randomBytes(5).toString("hex")}`;
  await create(url, `CREATE DATABASE ${name} TEMPLATE ${template} ENCODING 'UTF8'`);
  return {
    url: withDatabaseName(url, name),
    drop: () => execute(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** A template is refused while anything is connected to it, as the server's own cleaner may be. */
async function create(url: string, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await execute(url, statement);
    } catch (error) {
      if (findRefusal(error)?.code !== "55006" || attempt === 20) throw error;
      await sleep(100);
    }
  }
}
