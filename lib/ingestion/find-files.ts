import { readdir, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { WHAT_IS_READ } from "#lib/cleanup/media-type.ts";
import { explainFileError } from "./explain-file-error.ts";

export type FoundFile = { readonly path: string; readonly problem: string | null };

/** What is read out of a folder, by its ending; one that is named is judged by its content alone. */
const TAKEN_FROM_FOLDERS = new Set(
  (
    " .txt .text .html .htm .xhtml .mht .mhtml .md .markdown .pdf .docx .odt .eml .zip" +
    " .csv .tsv .jsonl .ndjson"
  ).split(" "),
);

/**
 * The file at a path, or every file below a folder, in the order of their names. Nothing is passed
 * over in silence: what is not taken comes with the reason. A file that somebody names is judged by
 * its content; in a folder its ending has to be that of a text, too.
 */
export async function* findFiles(path: string): AsyncGenerator<FoundFile> {
  yield* lookAt(path, true, new Set());
}

async function* lookAt(
  path: string,
  isNamed: boolean,
  seen: Set<string>,
): AsyncGenerator<FoundFile> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) yield* lookInto(path, seen);
    else if (!about.isFile()) yield { path, problem: "It is no ordinary file." };
    else yield { path, problem: isNamed ? null : refusalByEnding(path) };
  } catch (error) {
    yield { path, problem: explainFileError(error) };
  }
}

async function* lookInto(folder: string, seen: Set<string>): AsyncGenerator<FoundFile> {
  const place = await realpath(folder);
  if (seen.has(place)) {
    yield { path: folder, problem: "It leads to a folder that was read already." };
    return;
  }
  const [top = place] = seen;
  if (place !== top && !place.startsWith(join(top, sep))) {
    yield { path: folder, problem: "It is a link to a folder elsewhere, and was not followed." };
    return;
  }
  seen.add(place);
  const names = (await readdir(folder)).toSorted();
  if (names.length === 0) yield { path: folder, problem: "The folder is empty." };
  for (const name of names) {
    const path = join(folder, name);
    if (name.startsWith(".")) yield { path, problem: "It is hidden, and was left alone." };
    else yield* lookAt(path, false, seen);
  }
}

function refusalByEnding(path: string): string | null {
  const ending = extname(path).toLowerCase();
  if (TAKEN_FROM_FOLDERS.has(ending)) return null;
  return `Files that end in ${ending} cannot be read; ${WHAT_IS_READ}`;
}
