import { basename, join, relative } from "node:path";
import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, isDomainError } from "#lib/errors.ts";
import { getProject } from "#lib/projects/queries.ts";
import { readAddress } from "./address.ts";
import { broughtArrival } from "./brought-arrival.ts";
import { explainFileError } from "./explain-file-error.ts";
import { fetchArrival } from "./fetch-arrival.ts";
import { findFiles } from "./find-files.ts";
import type { IngestResult } from "./model.ts";
import { type Part, partsOf } from "./parts-of.ts";
import { readWholeFile } from "./read-whole-file.ts";
import { type Arrival, readArrival, takeIn } from "./take-in.ts";

/** An input as somebody typed it, and where it is. */
export type IngestInput = { readonly typed: string; readonly path: string };

/**
 * Take files, folders with all below them, archives, tables and web addresses into a project, here and
 * now, and tell what became of each. One that fails leaves the rest going. Refused as a whole: a
 * project or a role that does not allow it, and a database that is away.
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
      yield await takeArrival(ctx, projectId, typed, () => arrivalFrom(ctx, projectId, typed));
      continue;
    }
    for await (const file of findFiles(path)) {
      const input = file.path === path ? typed : join(typed, relative(path, file.path));
      if (file.problem === null) yield* takeFile(ctx, projectId, input, file.path);
      else yield failed(input, file.problem);
    }
  }
}

async function* takeFile(
  ctx: Context,
  projectId: string,
  input: string,
  path: string,
): AsyncGenerator<IngestResult> {
  let bytes: Uint8Array;
  let parts: AsyncIterable<Part> | null;
  try {
    bytes = await readWholeFile(path);
    parts = partsOf({ name: input, kind: "files", parentId: null, mapping: null }, bytes);
  } catch (error) {
    yield failed(input, problemOf(error));
    return;
  }
  if (parts === null) {
    const item = { kind: "files", name: basename(path), parentName: null };
    yield await takeArrival(ctx, projectId, input, async () => broughtArrival(item, bytes));
  } else yield* takeParts(ctx, projectId, input, parts);
}

async function* takeParts(
  ctx: Context,
  projectId: string,
  input: string,
  parts: AsyncIterable<Part>,
): AsyncGenerator<IngestResult> {
  try {
    for await (const part of parts) yield* takePart(ctx, projectId, input, part);
  } catch (error) {
    yield failed(input, problemOf(error));
  }
}

async function* takePart(
  ctx: Context,
  projectId: string,
  parentName: string,
  part: Part,
): AsyncGenerator<IngestResult> {
  const { name, bytes, problem } = part;
  if (problem) yield failed(name, problem);
  else if (bytes === null) {
    yield await takeArrival(ctx, projectId, name, () =>
      fetchArrival(ctx, {
        projectId,
        url: part.url ?? null,
        details: part.details ?? {},
        kind: "files",
        parentName,
      }),
    );
  } else {
    const item = { ...part, kind: "files", parentName };
    const inside = partsOf({ ...item, parentId: parentName, mapping: null }, bytes);
    if (inside !== null) yield* takeParts(ctx, projectId, name, inside);
    else {
      yield await takeArrival(ctx, projectId, name, async () => broughtArrival(item, bytes));
    }
  }
}

async function arrivalFrom(ctx: Context, projectId: string, typed: string): Promise<Arrival> {
  const read = readAddress(typed);
  if ("problem" in read) throw new DomainError("invalid", read.problem);
  const item = { projectId, url: read.address, details: {}, kind: "addresses", parentName: null };
  return fetchArrival(ctx, item);
}

async function takeArrival(
  ctx: Context,
  projectId: string,
  input: string,
  arrive: () => Promise<Arrival>,
): Promise<IngestResult> {
  let read;
  try {
    read = await readArrival(await arrive());
  } catch (error) {
    return failed(input, problemOf(error));
  }
  const { state, articleId } = await takeIn({ ...ctx, now: new Date() }, projectId, read);
  return { input, status: state, articleId, problem: null };
}

/** A refusal is told of the input itself; anything else stops the whole. */
function problemOf(error: unknown): string {
  return isDomainError(error) ? error.message : explainFileError(error);
}

function failed(input: string, problem: string): IngestResult {
  return { input, status: "failed", articleId: null, problem };
}
