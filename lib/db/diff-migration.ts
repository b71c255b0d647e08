import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { repositoryRoot } from "#lib/env.ts";
import { migrate } from "./migrate.ts";
import { type Migration, ownMigrations } from "./migration-folder.ts";
import { loadSchemaEngine, NO_FILTERS } from "./schema-engine.ts";
import { withScratchDatabase } from "./scratch-database.ts";

export type SchemaFile = { path: string; content: string };

/**
 * The SQL that leads from the migrations to the Prisma schema; empty when they agree. The
 * migrations are applied to a scratch database, which the role at `url` must be allowed to create.
 *
 * What Prisma does not know (functions, triggers, checks) is neither made nor removed: it is
 * written into the migration by hand.
 */
export async function diffMigration(
  url: string,
  migrations: readonly Migration[] = ownMigrations(),
  schema: readonly SchemaFile[] = ownSchema(),
): Promise<string> {
  return await withScratchDatabase(url, async (scratch) => {
    await migrate(scratch, migrations);
    const pool = new pg.Pool({ connectionString: scratch });
    const files = schema.map(({ path, content }): [string, string] => [path, content]);
    const engine = await loadSchemaEngine(pool, files);
    try {
      const { stdout } = await engine.diff({
        from: { tag: "schemaDatasource", files: [...schema], configDir: "." },
        to: { tag: "schemaDatamodel", files: [...schema] },
        script: true,
        exitCode: null,
        filters: NO_FILTERS,
      });
      const sql = stdout ?? "";
      return /^\s*(-- This is an empty migration\.)?\s*$/.test(sql) ? "" : sql;
    } finally {
      engine.free();
      await pool.end();
    }
  });
}

/** The files of prisma/schema. */
export function ownSchema(): SchemaFile[] {
  const folder = join(repositoryRoot(), "prisma", "schema");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({
      path: `prisma/schema/${name}`,
      content: readFileSync(join(folder, name), "utf8"),
    }));
}
