import { type Browser, chromium } from "@playwright/test";
import type { BenchmarkRow } from "#scripts/benchmark.ts";
import { installedBrowser } from "#scripts/browser.ts";
import { bundlePage } from "./support/bundle-page.ts";
import { compared } from "./support/compare.ts";
import { type Bundle, type Mounted, mountedOn, preparedArticle } from "./support/pane-page.ts";

/** A third of the marks lie within others, as claims do in what is attributed. */
const SIZES = [
  { words: 3_000, marks: 100, rounds: 7, limit: null },
  { words: 20_000, marks: 1_000, rounds: 5, limit: 0.5 },
  { words: 100_000, marks: 5_000, rounds: 2, limit: 0.5 },
] as const;

/**
 * Our reading pane alone beside @recogito/text-annotator, each on a bare page with the same
 * paragraphs and spans, in turn, in one browser: from the call that mounts it until a frame shows all
 * highlights in view; and the page's JavaScript heap after a collection.
 */
export default async function readingPane(): Promise<BenchmarkRow[]> {
  const [ours, peer] = [
    await bundlePage("pane.tsx", "bench"),
    await bundlePage("peer.ts", "bench"),
  ];
  const browser = await chromium.launch({
    executablePath: installedBrowser() ?? undefined,
    args: [
      "--disable-background-networking",
      "--js-flags=--expose-gc",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  try {
    const rows: BenchmarkRow[] = [];
    for (const size of SIZES) rows.push(...(await measure(browser, ours, peer, size)));
    return rows;
  } finally {
    await browser.close();
  }
}

async function measure(
  browser: Browser,
  ours: Bundle,
  peer: Bundle,
  { words, marks, rounds: count, limit }: (typeof SIZES)[number],
): Promise<BenchmarkRow[]> {
  const given = preparedArticle(words, marks);
  const rounds: { ours: Mounted; peer: Mounted }[] = [];
  // The first round warms the browser up.
  for (let round = 0; round <= count; round++) {
    const both = {
      ours: await mountedOn(browser, ours, given.ours),
      peer: await mountedOn(browser, peer, given.peer),
    };
    if (round > 0) rounds.push(both);
  }
  const size = `${words.toLocaleString("en")} words, ${marks.toLocaleString("en")} annotations`;
  const row = (name: string, unit: string, part: keyof Mounted) =>
    compared({
      name: `${name}: ${size}`,
      unit,
      isRate: false,
      values: rounds.map((round) => round.ours[part]),
      peer: "@recogito/text-annotator",
      peerValues: rounds.map((round) => round.peer[part]),
    });
  const isLargest = words === 100_000;
  return [
    { ...row("reading pane to all highlights in view", "ms", "painted"), limit },
    { ...row("reading pane, heap", "MB", "heap"), limit: isLargest ? 1 : null },
  ];
}
