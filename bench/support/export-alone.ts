import { makeClient } from "#lib/db/client.ts";
import { exportProject } from "#lib/exchange/export-project.ts";
import { peakOfMemory } from "./peak-of-memory.ts";

// A process that exports one project as jsonl and does nothing else, so that its time and its memory
// are the export's: `node export-alone.ts URL PROJECT`. Prints one line of JSON: seconds, and bytes
// of memory at the peak.
const [url = "", projectId = ""] = process.argv.slice(2);
const db = makeClient(url);
await db.$queryRaw`SELECT 1`;
const began = performance.now();
const operator = { actor: { kind: "operator" }, db, now: new Date() } as const;
await exportProject(operator, projectId, { format: "jsonl" }, () => undefined);
const seconds = (performance.now() - began) / 1_000;
await db.$disconnect();
process.stdout.write(`${JSON.stringify({ seconds, memoryPeak: peakOfMemory() })}\n`);
