import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import type { BenchmarkRow } from "#scripts/benchmark.ts";
import { installedBrowser } from "#scripts/browser.ts";
import { type RunningApp, withApp } from "#scripts/with-app.ts";
import { withDatabaseOf } from "./support/bench-project.ts";
import { bundlePage } from "./support/bundle-page.ts";
import { compared } from "./support/compare.ts";
import { type DeskArticle, deskArticle, signedIn } from "./support/desk-article.ts";
import { atDesk, onEmptyPage, type DeskAnswers } from "./support/desk-answers.ts";
import { openDesk } from "./support/open-desk.ts";
import { mountedOn, preparedArticle } from "./support/pane-page.ts";
import { percentile } from "./support/statistics.ts";

const SIZES = [
  { words: 3_000, marks: 100, rounds: 5 },
  { words: 20_000, marks: 1_000, rounds: 5 },
  { words: 100_000, marks: 5_000, rounds: 2 },
] as const;
const LARGEST = 100_000;
const FRAME_MS = 1000 / 60;

/**
 * The whole desk from the server, at each size: opened, marked in by key, scrolled, typed in,
 * filtered and stepped through. What it is measured against is the peer's bare annotator over the
 * same text, without a server, or a time that nobody notices.
 */
export default function desk(): Promise<BenchmarkRow[]> {
  return withApp((app) =>
    withDatabaseOf(app, async (db, url) => {
      const browser = await chromium.launch({
        executablePath: installedBrowser() ?? undefined,
        args: [
          "--disable-background-networking",
          "--js-flags=--expose-gc",
          ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        ],
      });
      try {
        const peer = await bundlePage("peer.ts", "bench");
        const rows: BenchmarkRow[] = [];
        for (const size of SIZES) {
          const article = await deskArticle(app, db, url, size.words, size.marks);
          rows.push(...(await measure(browser, app, article, peer, size)));
        }
        return rows;
      } finally {
        await browser.close();
      }
    }),
  );
}

async function measure(
  browser: Browser,
  app: RunningApp,
  article: DeskArticle,
  peer: { js: string; css: string },
  { words, marks, rounds }: (typeof SIZES)[number],
): Promise<BenchmarkRow[]> {
  const context = await signedIn(browser, app, article);
  try {
    const size = `${words.toLocaleString("en")} words, ${marks.toLocaleString("en")} annotations`;
    const isLargest = words === LARGEST;
    const opened = await openings(browser, context, `${app.url}${article.path}`, peer, {
      words,
      marks,
      rounds,
    });
    const answers = await atDesk(context, `${app.url}${article.path}`);
    return [
      {
        ...compared({
          name: `open the desk to marks painted and a card usable: ${size}`,
          unit: "ms",
          isRate: false,
          values: opened.map((round) => round.ours),
          peer: "@recogito/text-annotator, bare",
          peerValues: opened.map((round) => round.peer),
        }),
        limit: isLargest ? 1 : null,
      },
      against(`a press that marks, own script, 95 in 100: ${size}`, answers.marking.script, 4, 1),
      {
        ...against(
          `a press to its painted mark, 95 in 100: ${size}`,
          answers.marking.painted,
          2 * FRAME_MS,
          1,
        ),
        peer: "two frames",
      },
      ...(isLargest ? answersOfLargest(answers, await onEmptyPage(context), size) : []),
    ];
  } finally {
    await context.close();
  }
}

/**
 * An answer comes in one frame when all that the main thread does for it fits into one: how long the
 * browser then waits for its next frame is seen on an empty page.
 */
function answersOfLargest(
  answers: DeskAnswers,
  emptyPage: readonly number[],
  size: string,
): BenchmarkRow[] {
  const answered = [
    { name: "a letter typed in a card", presses: answers.typing },
    { name: "a filter set", presses: answers.filtering },
    { name: "a step to the next annotation", presses: answers.selecting },
  ];
  return [
    against(
      `longest frame in own scripts, scrolling through: ${size}`,
      answers.scrolling,
      50,
      1,
      1,
    ),
    ...answered.flatMap(({ name, presses: { work, painted } }) => [
      against(`${name}, all work of the page, 95 in 100: ${size}`, work, FRAME_MS, 1),
      compared({
        name: `${name}, until it is on the screen: ${size}`,
        unit: "ms",
        isRate: false,
        values: painted,
        peer: "a key on an empty page",
        peerValues: emptyPage,
      }),
    ]),
  ];
}

/** Milliseconds against a time that nobody notices. */
function against(
  name: string,
  values: readonly number[],
  most: number,
  limit: number,
  share = 0.95,
): BenchmarkRow {
  const value = percentile(values, share);
  return {
    ...compared({
      name,
      unit: "ms",
      isRate: false,
      values,
      peer: most === FRAME_MS ? "one frame" : `${most} ms`,
      peerValues: [most],
    }),
    value,
    ratio: value / most,
    limit,
  };
}

/** Both opened in turn; the first round warms the browser and the server, and is not counted. */
async function openings(
  browser: Browser,
  context: BrowserContext,
  url: string,
  peer: { js: string; css: string },
  { words, marks, rounds: count }: { words: number; marks: number; rounds: number },
): Promise<{ ours: number; peer: number }[]> {
  const given = preparedArticle(words, marks);
  const rounds: { ours: number; peer: number }[] = [];
  for (let round = 0; round <= count; round++) {
    const both = {
      ours: (await openDesk(context, url, marks)).usable,
      peer: (await mountedOn(browser, peer, given.peer)).painted,
    };
    if (round > 0) rounds.push(both);
  }
  return rounds;
}
