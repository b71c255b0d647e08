import type { Browser, BrowserContext, Page } from "@playwright/test";
import { type Copy, withTwoCopies } from "#e2e/support/copies.ts";
import { dice } from "#e2e/support/dice.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { openNewsroom } from "#e2e/support/newsroom.ts";
import { cardOf, expectSaved, footOf, openDesk, textOf } from "#e2e/support/screens/desk.ts";
import { giveSession } from "#e2e/support/session.ts";

const CHANGES = 50;
const WORDS = Array.from({ length: CHANGES }, (_, index) => `lantern${index + 1}`);
const TEXT = `The keeper wrote that ${WORDS.map((word) => `${word} burned`).join(" ")}.`;

/** `ONRECORD_SEEDS=7,8,9` runs others. */
const seeds = (process.env.ONRECORD_SEEDS ?? "21").split(",").map(Number);

for (const seed of seeds) {
  test(`two copies of the app, one killed and started again in the middle of fifty changes (seed ${seed})`, async ({
    browser,
    watch,
    expectErrors,
  }) => {
    test.setTimeout(240_000);
    expectErrors(/ERR_/, /Failed to load resource/, /Failed to fetch/);
    const random = dice(seed);
    const killedAfter = 10 + Math.floor(random() * 15);
    const backAfter = killedAfter + 3 + Math.floor(random() * 12);
    await withTwoCopies(async (first, second) => {
      const newsroom = await openNewsroom(first.installation);
      const ana = await newsroom.member("annotator", "Ana Kestrel");
      const ben = await newsroom.member("annotator", "Ben Orlo");
      const article = await newsroom.article({ text: TEXT });
      const path = newsroom.path(`/articles/${article.id}`);
      const hers = await deskAt(browser, first, ana, path, watch);
      const his = await deskAt(browser, second, ben, path, watch);

      await textOf(hers).focus();
      await hers.keyboard.press("Control+Home");
      for (let word = 0; word < 4; word++) await hers.keyboard.press("Control+ArrowRight");
      let crashed = Promise.resolve();
      let back = Promise.resolve();
      for (const [index] of WORDS.entries()) {
        if (index === killedAfter) crashed = first.crash();
        if (index === backAfter) back = crashed.then(first.serveAgain);
        await hers.keyboard.press("Shift+Control+ArrowRight");
        await hers.keyboard.press("c");
        await hers.keyboard.press("Control+ArrowRight");
        if (index === 0) {
          // What is done through one copy is seen through the other.
          await expect(cardOf(his, /^Claim, draft: ‘lantern1’/)).toBeVisible();
        }
      }
      await expect(footOf(hers)).toContainText(/kept here and will be sent|Saving|All saved/);
      await back;
      // Nobody presses anything: the desk hears by itself that the server is back.
      await expect(footOf(hers)).toContainText("All saved", { timeout: 40_000 });

      const { db } = first.installation;
      const rows = await db.annotation.findMany({
        where: { articleId: article.id },
        select: { state: true, segments: true, versions: true },
      });
      expect(
        rows.map(({ segments }) => segments.map(({ exact }) => exact).join(" ")).toSorted(),
        `killed after ${killedAfter}, back after ${backAfter}`,
      ).toEqual(WORDS.toSorted());
      expect(rows.every(({ state, versions }) => state === "draft" && versions.length === 1)).toBe(
        true,
      );
      const events = await db.auditEvent.groupBy({
        by: ["type"],
        where: { projectId: newsroom.project.id, subjectType: "annotation" },
        _count: true,
      });
      expect(events).toEqual([{ type: "annotation.created", _count: CHANGES }]);
      await expect(his.locator("[data-card-button]")).toHaveCount(CHANGES);
      for (const page of [hers, his]) await page.context().close();
    });
  });
}

/** The desk of somebody who is signed in at a copy. */
async function deskAt(
  browser: Browser,
  { url, installation }: Copy,
  { user }: { user: { id: string } },
  path: string,
  watch: (context: BrowserContext) => void,
): Promise<Page> {
  const context = await browser.newContext();
  watch(context);
  await giveSession(installation, context, user);
  const page = await context.newPage();
  await openDesk(page, `${url}${path}`);
  await expectSaved(page);
  return page;
}
