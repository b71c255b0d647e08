import type { Command } from "commander";
import { databaseUrl } from "#lib/db/client.ts";
import { restore } from "#lib/db/restore.ts";
import { readEnv } from "#lib/env.ts";
import type { Io } from "./io.ts";

/** `onrecord restore FILE`. */
export function registerRestore(program: Command, io: Io): void {
  program
    .command("restore")
    .description("put a backup in place of everything; what was there is backed up first")
    .argument("<file>")
    .action(async (file: string) => {
      const restored = await io.withContext(() =>
        restore(databaseUrl(), io.resolvePath(file), {
          onNotice: io.warn,
          safetyFolder: readEnv().dataFolder,
        }),
      );
      const { article: articles = 0, annotation: annotations = 0 } = restored.tables;
      io.result(
        { from: file, articles, annotations },
        `All is as in ${file}: ${articles} articles, ${annotations} annotations.`,
      );
    });
}
