import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { explainReading } from "./explain-reading.ts";

/** A file to read; one that cannot be read, and why; or one that was left alone, and why. */
export type FoundPath =
  | { readonly path: string }
  | { readonly path: string; readonly problem: string }
  | { readonly path: string; readonly note: string };

/** The file at a path, or every file below a folder in the order of their names. Nothing is passed over in silence. */
export async function* filesAt(path: string): AsyncGenerator<FoundPath> {
  yield* lookAt(path, true, new Set());
}

async function* lookAt(
  path: string,
  isNamed: boolean,
  seen: Set<string>,
): AsyncGenerator<FoundPath> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) yield* lookInto(path, isNamed, seen);
    else if (about.isFile() || STREAMS.test(path)) yield { path };
    else yield { path, problem: "It is no ordinary file." };
  } catch (error) {
    const problem = explainReading(error);
    if (problem === null) throw error;
    yield { path, problem };
  }
}

/** What a shell puts in the place of a file; any other pipe may never have an end. */
const STREAMS = /^\/dev\/(?:stdin|fd\/\d+)$/;

async function* lookInto(
  folder: string,
  isNamed: boolean,
  seen: Set<string>,
): AsyncGenerator<FoundPath> {
  const place = await realpath(folder);
  if (seen.has(place)) {
    yield { path: folder, note: "It leads to a folder that was read already." };
    return;
  }
  const [top = place] = seen;
  if (place !== top && !place.startsWith(join(top, sep))) {
    yield { path: folder, note: "It is a link to a folder elsewhere, and was not followed." };
    return;
  }
  seen.add(place);
  const names = (await readdir(folder)).toSorted();
  if (names.length === 0) {
    const told = "The folder is empty.";
    yield isNamed ? { path: folder, problem: told } : { path: folder, note: told };
  }
  for (const name of names) {
    const path = join(folder, name);
    if (name.startsWith(".")) yield { path, note: "It is hidden, and was left alone." };
    else yield* lookAt(path, false, seen);
  }
}
