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
    .argument("<path...>", "files of plain text, HTML or Markdown, or folders with all below them")
    .action(async (paths: string[], { project }: { project: string }) => {
      const counts = { added: 0, duplicate: 0, failed: 0 };
      await io.withContext(async (ctx) => {
        const { id } = await getProjectByNameOrId(ctx, project);
        const inputs = paths.map((typed) => ({ typed, path: io.resolvePath(typed) }));
        for await (const result of ingest(ctx, id, inputs)) {
          counts[result.status]++;
          io.print(result);
          tell(io, result);
        }
      });
      if (!io.json)
        io.say(
          `${counts.added} added, ${counts.duplicate} there already, ${counts.failed} failed.`,
        );
    });
}

function tell(io: Io, { input, status, articleId, problem }: IngestResult): void {
  if (status === "failed") io.refuse(`${input}: ${problem ?? "It failed."}`);
  else if (!io.json)
    io.say(`${input}: ${status === "added" ? "added" : "there already"} (${articleId ?? ""})`);
}
