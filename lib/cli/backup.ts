import type { Command } from "commander";
import { backup } from "#lib/db/backup.ts";
import { databaseUrl } from "#lib/db/client.ts";
import type { Io } from "./io.ts";

/** `onrecord backup --out FILE`. */
export function registerBackup(program: Command, io: Io): void {
  program
    .command("backup")
    .description("write everything to one file, also while the app serves")
    .requiredOption("--out <file>", "where to; an older backup of that name is replaced")
    .action(async ({ out }: { out: string }) => {
      const rows = await io.withContext(() => backup(databaseUrl(), io.resolvePath(out)));
      const { article: articles = 0, annotation: annotations = 0 } = rows;
      io.result(
        { out, articles, annotations },
        `${out} holds everything: ${articles} articles, ${annotations} annotations.`,
      );
    });
}
