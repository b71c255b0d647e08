import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** All that a build is made from. The generated client follows from the schema and the lockfile. */
const SOURCES = [
  "app/**",
  "components/**",
  "lib/**",
  "public/**",
  "prisma/schema/**",
  "prisma/migrations/**",
  "*.{ts,tsx,mjs,json}",
];

/** These are no part of the app, so that work on them does not cost a build. */
const NOT_SOURCES =
  /\.test\.tsx?$|\.tsbuildinfo$|(^|\/)(vitest|playwright|knip|oxlint|oxfmt)\.config\.ts$|next-env\.d\.ts$|(^|\/)\.|\/testing\//;

/** A name for the state of the sources: 16 hexadecimal digits. */
export function sourceHash(root: string): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !NOT_SOURCES.test(file.replaceAll("\\", "/")))
    .sort();
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
