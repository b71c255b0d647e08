import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import pg from "pg";
import { installationSecret } from "#lib/access/installation-secret.ts";
import { sealSession, sessionCookie } from "#lib/access/session-cookie.ts";
import { startSession } from "#lib/access/start-session.ts";
import type { Db } from "#lib/db/client.ts";
import type { BenchmarkRow } from "#scripts/benchmark.ts";
import { installedBrowser } from "#scripts/browser.ts";
import { type RunningApp, withApp } from "#scripts/with-app.ts";
import { makeBenchProject, withDatabaseOf } from "./support/bench-project.ts";
import { writeInBulk } from "./support/bulk-annotations.ts";
import { compared } from "./support/compare.ts";
import { inventedArticle } from "./support/invented-article.ts";
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
      const marked = await prepare(app, db, url, MARKS);
      const bare = await prepare(app, db, url, 0);
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

type Prepared = { path: string; marks: number; cookie: { name: string; value: string } };

async function prepare(app: RunningApp, db: Db, url: string, marks: number): Promise<Prepared> {
  const place = await makeBenchProject(db);
  const article = await place.add(inventedArticle(1, WORDS, marks));
  if (marks > 0) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await writeInBulk(client, place, [article]).finally(() => client.end());
  }
  const { userId: id, name, isOwner } = place.annotator.actor;
  const visitor = { actor: { kind: "visitor" }, db, now: new Date() } as const;
  const session = await startSession(visitor, { id, name, isOwner }, "link");
  return {
    path: `/projects/${place.project.id}/articles/${article.id}`,
    marks,
    cookie: {
      name: sessionCookie({ publicUrl: app.url }).name,
      value: await sealSession(session, await installationSecret(db)),
    },
  };
}

async function measure(
  browser: Browser,
  app: RunningApp,
  marked: Prepared,
  bare: Prepared,
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

async function signedIn(
  browser: Browser,
  app: RunningApp,
  { cookie }: Prepared,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 940 } });
  await context.addCookies([{ ...cookie, url: app.url }]);
  return context;
}
