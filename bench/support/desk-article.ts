import type { Browser, BrowserContext } from "@playwright/test";
import pg from "pg";
import { installationSecret } from "#lib/access/installation-secret.ts";
import { sealSession, sessionCookie } from "#lib/access/session-cookie.ts";
import { startSession } from "#lib/access/start-session.ts";
import type { Db } from "#lib/db/client.ts";
import type { RunningApp } from "#scripts/with-app.ts";
import { makeBenchProject } from "./bench-project.ts";
import { writeInBulk } from "./bulk-annotations.ts";
import { inventedArticle } from "./invented-article.ts";

/** An article with all its annotations written, and the session of who made them. */
export type DeskArticle = {
  path: string;
  marks: number;
  cookie: { name: string; value: string };
};

/** An article of so many words and marks, in a project of its own. */
export async function deskArticle(
  app: RunningApp,
  db: Db,
  databaseUrl: string,
  words: number,
  marks: number,
): Promise<DeskArticle> {
  const place = await makeBenchProject(db);
  const article = await place.add(inventedArticle(1, words, marks));
  if (marks > 0) {
    const client = new pg.Client({ connectionString: databaseUrl });
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

/** A browser of its own, with this session. */
export async function signedIn(
  browser: Browser,
  app: RunningApp,
  { cookie }: DeskArticle,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 940 } });
  await context.addCookies([{ ...cookie, url: app.url }]);
  return context;
}
