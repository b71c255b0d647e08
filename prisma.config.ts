import { defineConfig } from "prisma/config";
import { readEnv } from "./lib/env.ts";

const { databaseUrl } = readEnv();

/**
 * Read by Prisma's own command line only: `generate`, which needs no database, and on a machine
 * with internet `migrate deploy` against DATABASE_URL. The app migrates by itself (lib/db).
 */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(databaseUrl === null ? {} : { datasource: { url: databaseUrl } }),
});
