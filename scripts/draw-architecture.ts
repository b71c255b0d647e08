import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "#lib/env.ts";
import { GATES, PACKAGE_WALLS, PURE, READS_ENVIRONMENT, RINGS, RUNGS } from "./architecture.ts";

/** Draws docs/architecture.md from the table that the lint enforces; `--check` only compares. */
const file = join(repositoryRoot(), "docs", "architecture.md");
const drawn = draw();
if (!process.argv.includes("--check")) writeFileSync(file, drawn);
else if (!existsSync(file) || readFileSync(file, "utf8") !== drawn) {
  process.stderr.write(
    "docs/architecture.md is not what scripts/architecture.ts says. Run: npm run draw-architecture\n",
  );
  process.exitCode = 1;
}

function draw(): string {
  return `# Who may import whom

Drawn by \`npm run draw-architecture\` from \`scripts/architecture.ts\`, which the lint rule
\`house/walls\` enforces. Do not edit it by hand; move the wall in the table.

## The rings

${table(
  ["folder", "holds", "may import"],
  Object.entries(RINGS).map(([name, ring]) => [
    `\`${name}\``,
    ring.holds,
    ring.imports
      .filter((other) => other !== name)
      .map(code)
      .join(", "),
  ]),
)}

Across folders an import is written \`#lib/annotations/model.ts\`; a relative path stays in its own
folder of \`lib\` or \`components\`. Components take types from anywhere in \`lib\`, and values only
from these files, which run in a browser as well:

${PURE.map((pattern) => `- ${code(readable(pattern))}`).join("\n")}

\`components/ui\` imports nothing of ours. Ways through a wall:

${GATES.map((gate) => `- ${code(readable(gate.from))} to ${code(readable(gate.to))}: ${gate.reason}`).join("\n")}

## The rungs of \`lib\`

A room imports from the rungs below its own, never from above, and from a neighbour only where an
arrow says so.

\`\`\`text
${rungs()}
\`\`\`

${table(
  ["room", "holds"],
  RUNGS.toReversed().flatMap((rung) =>
    Object.entries(rung.areas).map(([name, holds]) => [`\`lib/${name}\``, holds]),
  ),
)}

A room's \`model.ts\` takes values only from zod, \`lib/text\` and models of lower rungs.

## Packages with one home

${table(
  ["packages", "used in", "elsewhere"],
  PACKAGE_WALLS.map((wall) => [
    code(readable(wall.packages)),
    wall.allowed.map((pattern) => code(readable(pattern))).join(", "),
    wall.door,
  ]),
)}

\`process.env\` is read in ${READS_ENVIRONMENT.map((pattern) => code(readable(pattern))).join(", ")}
and nowhere else. Tests are free of these walls.
`;
}

function rungs(): string {
  return RUNGS.map((rung, number) => {
    const names = Object.keys(rung.areas).join("  ");
    const arrows = Object.entries(rung.sideways ?? {}).map(
      ([from, to]) => `${from} → ${to.join(", ")}`,
    );
    const line = `${String(number).padStart(2)}  ${names}`;
    return arrows.length > 0 ? `${line.padEnd(56)}${arrows.join("; ")}` : line;
  })
    .toReversed()
    .join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A pattern as people write it. */
function readable(pattern: RegExp): string {
  return pattern.source
    .replaceAll("\\/", "/")
    .replaceAll("\\.", ".")
    .replaceAll("[^/]+", "*")
    .replaceAll("(.*/)?", "…")
    .replaceAll("(/|$)", "")
    .replaceAll("?$", "")
    .replace(/^\^|\$$/g, "");
}

function code(text: string): string {
  return `\`${text}\``;
}
