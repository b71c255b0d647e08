import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Folders that hold no tests of ours, whatever their names. */
const exclude = ["**/node_modules/**", ".builds/**", ".data/**", "generated/**", "e2e/**"];
const dbSetup = "lib/db/testing/global-setup.ts";

export default defineConfig({
  test: {
    // The machine is shared with a database and often with a browser.
    maxWorkers: 2,
    setupFiles: ["scripts/vitest-setup.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...exclude, "**/*.db.test.ts"],
          // Only what hangs is to fail, also on a machine with much else to do.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: existsSync(dbSetup) ? [dbSetup] : [],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
