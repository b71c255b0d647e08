// Where things stand in the clone, as the code before the pinned runtime finds them.
import { readFileSync } from "node:fs";
import { delimiter, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const modules = join(root, "node_modules");
export const runtime = join(
  modules,
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);
/** Where each program that runs from this clone is noted. */
export const running = join(root, ".builds", "running");

/** The PATH on which the packages' own programs come first, the pinned runtime among them. */
export function pathWithModules() {
  return `${join(modules, ".bin")}${delimiter}${process.env.PATH ?? ""}`;
}

/** The PATH without the packages' programs. */
export function pathWithoutModules() {
  const inside = modules + sep;
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((entry) => !`${entry}${sep}`.startsWith(inside))
    .join(delimiter);
}

/** The packages that a lockfile lists; null without the file. @param {string} file @returns {Record<string, { version?: string, optional?: boolean }> | null} */
export function readPackages(file) {
  const text = readText(file);
  return text === "" ? null : JSON.parse(text).packages;
}

/** A file's text; empty when it cannot be read. @param {string} file */
export function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
