import { open, rename, rm, stat } from "node:fs/promises";
import type { Command } from "commander";
import { DomainError } from "#lib/errors.ts";
import { exportProject, type Exported } from "#lib/exchange/export-project.ts";
import { EXPORT_FORMATS, ExportRequest } from "#lib/exchange/model.ts";
import { explainFileError } from "#lib/ingestion/explain-file-error.ts";
import { parseInput } from "#lib/input.ts";
import { getProjectByNameOrId } from "#lib/projects/queries.ts";
import { type Io, UsageError } from "./io.ts";

type Options = {
  project: string;
  format: string;
  out: string;
  state?: string;
  article?: string;
  evidence?: string;
};

/** `onrecord export --project P --format F --out PATH [--state …] [--article …] [--evidence …]`. */
export function registerExport(program: Command, io: Io): void {
  program
    .command("export")
    .description("write a project, or some of its articles, to a file")
    .requiredOption("--project <project>", "id or exact name")
    .requiredOption("--format <format>", EXPORT_FORMATS.join(", "))
    .requiredOption(
      "--out <file>",
      "where to; an older file of that name is replaced once the new one is whole",
    )
    .option(
      "--state <states>",
      "annotations of these states only, with commas; all but withdrawn when left out",
    )
    .option("--article <ids>", "these articles only, with commas")
    .option("--evidence <ids>", "confidential evidence that is to be in it, with commas")
    .action(async ({ project, out, ...asked }: Options) => {
      const request = parseRequest(asked);
      const path = io.resolvePath(out);
      const exported = await io.withContext(async (ctx) => {
        const { id } = await getProjectByNameOrId(ctx, project);
        return writeWhole(path, (sink) => exportProject(ctx, id, request, sink));
      });
      const { articles, annotations } = exported;
      io.result(
        { out, articles, annotations },
        `${out} holds ${articles} articles and ${annotations} annotations.`,
      );
    });
}

/** A format or a state that does not exist is wrong usage. */
function parseRequest(asked: object): ExportRequest {
  try {
    return parseInput(ExportRequest, asked);
  } catch (error) {
    if (error instanceof DomainError) throw new UsageError(error.message);
    throw error;
  }
}

/** Write beside the file and put it in its place when it is whole: nobody takes a part for an export. */
async function writeWhole(
  path: string,
  write: (sink: (piece: string) => Promise<void>) => Promise<Exported>,
): Promise<Exported> {
  if ((await stat(path).catch(() => null))?.isDirectory()) {
    throw new DomainError("invalid", `${path} is a folder; give the name of a file.`);
  }
  const part = `${path}.${process.pid}.part`;
  const file = await open(part, "w").catch(refuse);
  try {
    const exported = await write(async (piece) => {
      await file.writeFile(piece).catch(refuse);
    });
    await file.sync().catch(refuse);
    await file.close();
    await rename(part, path).catch(refuse);
    return exported;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

function refuse(error: unknown): never {
  throw new DomainError("invalid", `The file cannot be written. ${sentence(error)}`);
}

function sentence(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOSPC" || code === "EDQUOT") return "The disk is full.";
  if (code === "EROFS") return "The disk can only be read.";
  if (code === "ENOENT" || code === "ENOTDIR") return "Its folder does not exist.";
  if (code === "EACCES" || code === "EPERM") return "You may not write there.";
  return explainFileError(error);
}
