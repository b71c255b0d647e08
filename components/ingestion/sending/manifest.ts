import { v5 as uuidv5 } from "uuid";
import { counted } from "#components/projects/counted.ts";

/** A file that somebody chose or dropped, with its path below what was chosen. */
export type ChosenFile = { readonly path: string; readonly file: File };

/** Files to be sent together, in the order in which the server counts them. */
export type Manifest = {
  readonly id: string;
  readonly name: string;
  readonly files: readonly ChosenFile[];
  /** How many were left out because a file manager made them, not a person. */
  readonly litter: number;
};

/** Most files that one upload may hold; more are refused with a sentence. */
export const FILES_LIMIT = 20_000;

/**
 * What will be sent. The id follows from the project, the person and the files (path, size and time
 * of change), so that the same upload started twice is one. `round` makes another one of the same
 * files, after the first was cancelled.
 */
export function manifestOf(
  place: { projectId: string; userId: string; round?: number },
  chosen: readonly ChosenFile[],
): Manifest {
  const files = chosen.filter(({ path }) => !isLitter(path)).toSorted(byPath);
  const lines = files.map(
    ({ path, file }) => `${path}\u0000${file.size}\u0000${file.lastModified}`,
  );
  const said = [place.projectId, place.userId, String(place.round ?? 0), ...lines].join("\n");
  return {
    id: uuidv5(said, NAMESPACE),
    name: nameOf(files),
    files,
    litter: chosen.length - files.length,
  };
}

/** The files of a chooser: a folder's know their path in it. */
export function chosenFrom(files: Iterable<File>): ChosenFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Of this use alone; any fixed UUID would do. */
const NAMESPACE = "5d0b7c1e-6a52-4f0b-9d3e-7f2b8a3c4e11";

function nameOf(files: readonly ChosenFile[]): string {
  const [first] = files;
  if (files.length === 1 && first) return lastPart(first.path);
  const tops = new Set(files.map(({ path }) => (path.includes("/") ? path.split("/")[0] : "")));
  const [top] = tops;
  const count = counted(files.length, "file");
  return tops.size === 1 && top ? `${top} (${count})` : count;
}

function lastPart(path: string): string {
  return path.split("/").at(-1) ?? path;
}

/** What systems put beside people's files: `.DS_Store`, `Thumbs.db`, `__MACOSX/`. */
function isLitter(path: string): boolean {
  return path
    .split("/")
    .some(
      (part) =>
        part.startsWith(".") || part === "__MACOSX" || /^(thumbs\.db|desktop\.ini)$/i.test(part),
    );
}

function byPath(a: ChosenFile, b: ChosenFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
