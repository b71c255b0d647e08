import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus, platform, release } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { repositoryRoot } from "#lib/env.ts";
import type { Benchmark, BenchmarkRow } from "./benchmark.ts";
import { runInOrder } from "./run-in-order.ts";

/** `npm run bench`: every bench/*.bench.ts one after another; words choose some by their name. */
await runInOrder(async ({ say, signal, finish }) => {
  const root = repositoryRoot();
  const words = process.argv.slice(2);
  const files = globSync("bench/*.bench.ts", { cwd: root })
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort();
  const rows: BenchmarkRow[] = [];
  for (const file of files) {
    say(`Measuring: ${file}`);
    const module: { default: Benchmark } = await import(pathToFileURL(join(root, file)).href);
    rows.push(...(await module.default()));
    signal.throwIfAborted();
  }
  process.stdout.write(`${asTable(rows)}\n`);
  // A choice of benchmarks is no result to keep.
  if (words.length === 0) keep(root, rows);
  finish(rows.some(isTooDear) ? 1 : 0);
});

function isTooDear({ ratio, limit }: BenchmarkRow): boolean {
  return limit !== null && ratio > limit;
}

function keep(root: string, rows: readonly BenchmarkRow[]): void {
  const machine = {
    processor: cpus()[0]?.model ?? "unknown",
    processors: cpus().length,
    system: `${platform()} ${release()}`,
    node: process.version,
  };
  const folder = join(root, "bench", "results");
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify({ measuredAt: new Date().toISOString(), machine, rows }, null, 2);
  writeFileSync(join(folder, "latest.json"), `${text}\n`);
}

function asTable(rows: readonly BenchmarkRow[]): string {
  const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
  const cells = rows.map((row) => [
    row.name,
    `${number.format(row.value)} ${row.unit}`,
    row.peer,
    `${number.format(row.peerValue)} ${row.unit}`,
    `${number.format(row.ratio)} ×`,
    row.limit === null ? "" : `${number.format(row.limit)} ×`,
    isTooDear(row) ? "too dear" : "",
  ]);
  const table = [["what", "measured", "peer", "measured", "ratio", "limit", ""], ...cells];
  const widths = [0, 1, 2, 3, 4, 5, 6].map((column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  const isNumber = (column: number) => column === 1 || column >= 3;
  return table
    .map((line) =>
      line
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
