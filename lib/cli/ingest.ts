import type { Command } from "commander";
import { ingest } from "#lib/ingestion/ingest.ts";
import type { IngestResult } from "#lib/ingestion/model.ts";
import { getProjectByNameOrId } from "#lib/projects/queries.ts";
import type { Io } from "./io.ts";

/** `onrecord ingest --project P PATH…`. */
export function registerIngest(program: Command, io: Io): void {
  program
    .command("ingest")
    .description("take articles into a project")
    .requiredOption("--project <project>", "id or exact name")
    .argument("<input...>", WHAT)
    .action(async (paths: string[], { project }: { project: string }) => {
      const counts = { added: 0, revision: 0, "near-duplicate": 0, duplicate: 0, failed: 0 };
      await io.withContext(async (ctx) => {
        const { id } = await getProjectByNameOrId(ctx, project);
        const inputs = paths.map((typed) => ({ typed, path: io.resolvePath(typed) }));
        for await (const result of ingest(ctx, id, inputs)) {
          counts[result.status]++;
          io.print(result);
          tell(io, result);
        }
      });
      if (!io.json) io.say(sum(counts));
    });
}

const WHAT =
  "files (text, HTML, Markdown, PDF, DOCX, ODT, EML, MHTML), folders with all below them, ZIP archives, " +
  "tables (CSV, JSON Lines) with a column named text, html or url, and web addresses";

function tell(io: Io, { input, status, articleId, problem }: IngestResult): void {
  if (status === "failed") io.refuse(`${input}: ${problem ?? "It failed."}`);
  else if (!io.json) io.say(`${input}: ${WORDS[status]} (${articleId ?? ""})`);
}

const WORDS = {
  added: "added",
  duplicate: "there already",
  "near-duplicate": "added, nearly the same as another",
  revision: "a new revision",
} as const;

function sum(counts: Readonly<Record<IngestResult["status"], number>>): string {
  const added = counts.added + counts["near-duplicate"];
  const near =
    counts["near-duplicate"] > 0 ? ` (${counts["near-duplicate"]} nearly the same as another)` : "";
  const revised = counts.revision > 0 ? `${counts.revision} revised, ` : "";
  return `${added} added${near}, ${revised}${counts.duplicate} there already, ${counts.failed} failed.`;
}
