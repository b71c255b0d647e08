import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

// Puts the last run of `npm run bench` into docs/performance.md: `node bench/show-figures.ts`, with
// the runtime of node_modules/.bin.

const Span = z.tuple([z.number(), z.number()]);
const Results = z.object({
  measuredAt: z.iso.datetime(),
  machine: z.object({ processor: z.string(), processors: z.number(), node: z.string() }),
  rows: z.array(
    z.object({
      name: z.string(),
      value: z.number(),
      unit: z.string(),
      peer: z.string(),
      peerValue: z.number(),
      ratio: z.number(),
      rounds: z.number(),
      spread: Span,
      peerSpread: Span,
    }),
  ),
});

const page = join(import.meta.dirname, "..", "docs", "performance.md");
const results = Results.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "results", "latest.json"), "utf8")),
);
const text = readFileSync(page, "utf8");
const places = /(<!-- figures -->\n)[\s\S]*(<!-- end of figures -->)/;
if (!places.test(text)) throw new Error("docs/performance.md has no place for figures.");
writeFileSync(
  page,
  text.replace(places, (_, start, end) => `${start}${figures()}\n${end}`),
);

function figures(): string {
  const { measuredAt, machine, rows } = results;
  const cells = rows.map((row) => [
    row.name,
    `${short(row.value)} ${row.unit} (${between(row.spread)})`,
    row.peer,
    `${short(row.peerValue)} ${row.unit} (${between(row.peerSpread)})`,
    `${row.ratio.toPrecision(2)} ×`,
    String(row.rounds),
  ]);
  return [
    "",
    `${measuredAt.slice(0, 10)}, ${machine.processors} cores (${machine.processor}), Node ${machine.node}.`,
    "",
    ...table(
      ["what", "ours (least–most)", "peer", "peer's (least–most)", "ratio", "rounds"],
      cells,
    ),
    "",
  ].join("\n");
}

/** In even columns, as oxfmt wants it. */
function table(head: readonly string[], rows: readonly string[][]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

function short(value: number): string {
  const formatted = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });
  return formatted.format(value);
}

function between([least, most]: [number, number]): string {
  return `${short(least)}–${short(most)}`;
}
