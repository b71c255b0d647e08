import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diffMigration } from "#lib/db/diff-migration.ts";
import { openDatabase } from "#lib/db/open.ts";
import { repositoryRoot } from "#lib/env.ts";

const [name = ""] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: node scripts/make-migration.ts NAME, where NAME is like add_review_note.");
  process.exit(2);
}

const dataFolder = mkdtempSync(join(tmpdir(), "onrecord-migration-"));
const database = await openDatabase({
  env: { dataFolder, databaseUrl: null },
  purpose: "command",
  migrations: [],
});
try {
  const sql = await diffMigration(database.url);
  if (sql === "") {
    console.error(
      "The migrations already lead to prisma/schema. For SQL of your own, make the folder by hand.",
    );
  } else {
    const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join(repositoryRoot(), "prisma", "migrations", `${time}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration.sql"), sql);
    console.log(join(folder, "migration.sql"));
  }
} finally {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
