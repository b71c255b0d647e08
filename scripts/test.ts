import { repositoryRoot } from "#lib/env.ts";
import { type Checking, checkSources, runJourneys, runVitest } from "./checks.ts";
import { runToEnd } from "./run-to-end.ts";
import type { Counts } from "./tally.ts";

const PARTS: Readonly<Record<string, (checking: Checking) => Promise<Counts[]>>> = {
  check: checkSources,
  pure: async (checking) => [await runVitest("pure", checking)],
  db: async (checking) => [await runVitest("db", checking)],
  e2e: runJourneys,
};

/**
 * `npm test`: everything. `npm test -- db` runs one part (check, pure, db, e2e), and further words
 * choose tests by their file: `npm test -- e2e review`.
 */
await runToEnd(async (signal) => {
  const words = process.argv.slice(2);
  const asked = words.filter((word) => word in PARTS);
  const filters = words.filter((word) => !(word in PARTS));
  const counts: Counts[] = [];
  for (const [name, run] of Object.entries(PARTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    counts.push(...(await run({ root: repositoryRoot(), signal, filters })));
  }
  return counts;
});
