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
  const lines = rows.map((row) => {
    const { name, unit, peer, ratio, rounds } = row;
    const ours = `${short(row.value)} ${unit} (${between(row.spread)})`;
    const theirs = `${short(row.peerValue)} ${unit} (${between(row.peerSpread)})`;
    return `| ${name} | ${ours} | ${peer} | ${theirs} | ${ratio.toPrecision(2)} × | ${rounds} |`;
  });
  return [
    "",
    `${measuredAt.slice(0, 10)}, ${machine.processors} cores (${machine.processor}), Node ${machine.node}.`,
    "",
    "| what | ours (least to most) | peer | peer's (least to most) | times the peer's cost | rounds |",
    "|---|---|---|---|---|---|",
    ...lines,
    "",
  ].join("\n");
}

function short(value: number): string {
  const formatted = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });
  return formatted.format(value);
}

function between([least, most]: [number, number]): string {
  return `${short(least)}–${short(most)}`;
}
