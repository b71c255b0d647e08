import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "#lib/env.ts";

export type Migration = {
  /** Name of its folder, such as 20261122120000_first. */
  name: string;
  sql: string;
  /** SHA-256 of the file, in hex: what Prisma keeps. */
  checksum: string;
};

/** The migrations that belong to this code. */
export function ownMigrations(): Migration[] {
  return readMigrations(join(repositoryRoot(), "prisma", "migrations"));
}

/** The migrations in a folder, in the order in which they are applied. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}
