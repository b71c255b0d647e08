import { type Browser, chromium } from "@playwright/test";
import type { BenchmarkRow } from "#scripts/benchmark.ts";
import { installedBrowser } from "#scripts/browser.ts";
import { type RunningApp, withApp } from "#scripts/with-app.ts";
import { withDatabaseOf } from "./support/bench-project.ts";
import { compared } from "./support/compare.ts";
import { type DeskArticle, deskArticle, signedIn } from "./support/desk-article.ts";
import { openDesk, type Opened } from "./support/open-desk.ts";

const ROUNDS = 7;
const WORDS = 20_000;
const MARKS = 1_000;

/**
 * The desk of an article of 20,000 words with 1,000 annotations, against the same text with none:
 * from the navigation until the marks are painted, a card can be used and a frame was drawn. The
 * two take turns in one browser, whose cache is warm: the first round is not counted.
 */
export default function openArticle(): Promise<BenchmarkRow[]> {
  return withApp((app) =>
    withDatabaseOf(app, async (db, url) => {
      const marked = await deskArticle(app, db, url, WORDS, MARKS);
      const bare = await deskArticle(app, db, url, WORDS, 0);
      const browser = await chromium.launch({
        executablePath: installedBrowser() ?? undefined,
        args: [
          "--disable-background-networking",
          ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        ],
      });
      try {
        return await measure(browser, app, marked, bare);
      } finally {
        await browser.close();
      }
    }),
  );
}

async function measure(
  browser: Browser,
  app: RunningApp,
  marked: DeskArticle,
  bare: DeskArticle,
): Promise<BenchmarkRow[]> {
  const markedContext = await signedIn(browser, app, marked);
  const bareContext = await signedIn(browser, app, bare);
  const rounds: { marked: Opened; bare: Opened }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const opened = {
      marked: await openDesk(markedContext, `${app.url}${marked.path}`, marked.marks),
      bare: await openDesk(bareContext, `${app.url}${bare.path}`, bare.marks),
    };
    if (round > 0) rounds.push(opened);
  }
  const row = (name: string, part: keyof Opened) =>
    compared({
      name,
      unit: "ms",
      isRate: false,
      values: rounds.map((round) => round.marked[part]),
      peer: "the same text with none",
      peerValues: rounds.map((round) => round.bare[part]),
    });
  return [
    row("open 20,000 words with 1,000 annotations", "usable"),
    row("of which until the page has come", "received"),
  ];
}
