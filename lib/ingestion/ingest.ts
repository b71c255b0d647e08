import { readFile, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { authorize } from "#lib/access/permissions.ts";
import { addArticle } from "#lib/articles/add-article.ts";
import { refuseTooLarge } from "#lib/cleanup/decode.ts";
import type { Context } from "#lib/context.ts";
import { isDomainError, type ErrorCode } from "#lib/errors.ts";
import { getProject } from "#lib/projects/queries.ts";
import { explainFileError } from "./explain-file-error.ts";
import { findFiles } from "./find-files.ts";
import type { IngestResult } from "./model.ts";

/** An input as somebody typed it, and where it is. */
export type IngestInput = { readonly typed: string; readonly path: string };

/**
 * Take files, and folders with all below them, into a project, and tell what became of each. One
 * that fails leaves the rest going. Refused as a whole: a project or a role that does not allow it,
 * and a database that is away.
 */
export async function* ingest(
  ctx: Context,
  projectId: string,
  inputs: readonly IngestInput[],
): AsyncGenerator<IngestResult> {
  await getProject(ctx, projectId);
  authorize(ctx.actor, "article.add", { projectId });
  for (const { typed, path } of inputs) {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(typed)) {
      yield failed(typed, "Web addresses cannot be fetched yet. Save the page and give the file.");
      continue;
    }
    for await (const file of findFiles(path)) {
      const input = file.path === path ? typed : join(typed, relative(path, file.path));
      yield file.problem === null
        ? await takeIn(ctx, projectId, input, file.path)
        : failed(input, file.problem);
    }
  }
}

async function takeIn(
  ctx: Context,
  projectId: string,
  input: string,
  path: string,
): Promise<IngestResult> {
  try {
    refuseTooLarge((await stat(path)).size);
    const { article, isNew } = await addArticle(ctx, projectId, {
      content: { bytes: await readFile(path) },
      origin: { kind: "file", name: basename(path) },
    });
    return { input, status: isNew ? "added" : "duplicate", articleId: article.id, problem: null };
  } catch (error) {
    return failed(input, problemOf(error));
  }
}

/** What is wrong with a file is its own affair; anything else stops the whole. */
const OF_THE_FILE: readonly ErrorCode[] = ["invalid", "too-large", "media-type"];

function problemOf(error: unknown): string {
  if (!isDomainError(error)) return explainFileError(error);
  if (!OF_THE_FILE.includes(error.code)) throw error;
  return error.message;
}

function failed(input: string, problem: string): IngestResult {
  return { input, status: "failed", articleId: null, problem };
}
