import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/support/fixtures.ts";
import type { Installation } from "#e2e/support/installation.ts";
import { giveSession } from "#e2e/support/session.ts";
import {
  cardOf,
  expectSaved,
  footOf,
  lineIsBack,
  openDesk,
  selectWords,
} from "#e2e/support/screens/desk.ts";

/* What stands in the way of work: a browser that keeps nothing, a clock, a refusal, another person. */

const TEXT =
  "The lock keeper of Osk said that the gate had been open all night.\n\nThe council denied that anybody had seen it open, and asked for patience until the report is there.";
const KEPT = /kept here and will be sent/;

const cut = (page: Page) =>
  page.route("**/api/v1/annotations/**", (route) => route.abort("internetdisconnected"));

async function mark(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Escape");
  await selectWords(page, words);
  await page.keyboard.press("c");
}

const countOf = ({ db }: Installation, articleId: string) =>
  db.annotation.count({ where: { articleId } });

test("a browser that forbids its database says so before work begins, and the work is sent at once", async ({
  newsroom,
  as,
  axe,
  installation,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/);
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await as(annotator);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("Storage is forbidden here.", "SecurityError");
    };
  });
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  await expect(page.getByText("This browser does not keep your work")).toBeVisible();
  await axe(page);
  await mark(page, "the gate had been open all night");
  await expectSaved(page);
  expect(await countOf(installation, article.id)).toBe(1);

  await cut(page);
  await mark(page, "asked for patience");
  await expect(footOf(page)).toContainText("stay here until 1 change is saved");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save it as a file" }).first().click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toContain("asked for patience");
  // Whoever leaves is asked first.
  await page.getByRole("link", { name: "Articles" }).first().click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Stay" }).click();
  await page.unroute("**/api/v1/annotations/**");
  await lineIsBack(page);
  await expectSaved(page);
  expect(await countOf(installation, article.id)).toBe(2);
});

test("a browser that is full says so, and keeps the work as soon as there is room", async ({
  newsroom,
  as,
  installation,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/);
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await as(annotator);
  const { origin } = new URL(installation.url);
  const browser = await page.context().newCDPSession(page);
  // Before anything is stored: the browser remembers for a while how much room there was.
  await browser.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  await expect(page.getByText("This browser does not keep your work")).toBeVisible();
  await cut(page);
  await mark(page, "the gate had been open all night");
  await expect(footOf(page)).toContainText("stay here until 1 change is saved");

  await browser.send("Storage.overrideQuotaForOrigin", { origin });
  await expect(page.getByText("This browser does not keep your work")).toBeHidden();
  await expect(footOf(page)).toContainText(KEPT);
  await page.reload();
  await expect(cardOf(page, /^Claim, draft: ‘the gate had been open/)).toBeVisible();
  await page.unroute("**/api/v1/annotations/**");
  await lineIsBack(page);
  await expectSaved(page);
});

test("a clock that is years off, and set back in the middle of work, changes the order of nothing", async ({
  newsroom,
  as,
  installation,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/);
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await as(annotator);
  await page.clock.setFixedTime(new Date("2041-02-03T10:00:00Z"));
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  await cut(page);
  await mark(page, "the gate had been open all night");
  await expect(footOf(page)).toContainText(KEPT);
  await page.clock.setFixedTime(new Date("1999-12-31T10:00:00Z"));
  await page.keyboard.press("d");
  await expect(cardOf(page, /^Denial, draft/)).toBeVisible();
  await expect(footOf(page)).toContainText("Your 2 changes are kept here");
  await page.reload();
  await expect(cardOf(page, /^Denial, draft/)).toBeVisible();
  await page.unroute("**/api/v1/annotations/**");
  await lineIsBack(page);
  await expectSaved(page);
  const where = { articleId: article.id };
  const row = await installation.db.annotation.findFirstOrThrow({ where });
  expect(row).toMatchObject({ tag: "denial", version: 2 });
  expect(Math.abs(Date.now() - row.createdAt.getTime())).toBeLessThan(120_000);
  // Undo knows what was last.
  await page.keyboard.press("Control+z");
  await expect(cardOf(page, /^Claim, draft/)).toBeVisible();
  await expectSaved(page);
});

test("a change that is refused for good is shown in words, and can be copied, saved, tried again and let go", async ({
  newsroom,
  deskOf,
  axe,
  installation,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/);
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await cut(page);
  await mark(page, "the gate had been open all night");
  await mark(page, "asked for patience");
  await expect(footOf(page)).toContainText("Your 2 changes are kept here");
  // Meanwhile she becomes a reader.
  const place = { projectId: newsroom.project.id, userId: annotator.user.id };
  const role = (value: string) =>
    installation.db.member.update({
      where: { projectId_userId: place },
      data: { role: value },
    });
  await role("reader");
  await page.unroute("**/api/v1/annotations/**");
  await lineIsBack(page);
  await expect(footOf(page)).toContainText("2 changes need you");
  await page.getByRole("button", { name: "See them" }).click();
  const window = page.getByRole("dialog", { name: "Not sent" });
  await expect(window.getByRole("listitem")).toHaveCount(2);
  await expect(window).toContainText("the gate had been open all night");
  await expect(window).toContainText("yours is reader");
  await axe(page);
  await window.getByRole("button", { name: "Copy my unsent work" }).click();
  await expect(window.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("asked for patience");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    window.getByRole("button", { name: "Save it as a file" }).click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toContain("the gate had been open all night");

  await window.getByRole("button", { name: "Let go" }).last().click();
  await expect(window.getByRole("listitem")).toHaveCount(1);
  await role("annotator");
  await window.getByRole("button", { name: "Try again" }).click();
  await expect(window).toContainText("The server has everything.");
  expect(await countOf(installation, article.id)).toBe(1);
});

test("what somebody leaves unsent is neither seen nor sent by who signs in next, and waits for them", async ({
  newsroom,
  deskOf,
  installation,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/, /401/);
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const ben = await newsroom.member("annotator", "Ben Orlo");
  const article = await newsroom.article({ text: TEXT });
  const address = newsroom.path(`/articles/${article.id}`);
  const page = await deskOf(ana, article);
  await cut(page);
  await mark(page, "the gate had been open all night");
  await expect(footOf(page)).toContainText(KEPT);
  await page.getByRole("button", { name: /^You:/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" }).first()).toBeVisible();
  await page.unroute("**/api/v1/annotations/**");

  await giveSession(installation, page.context(), ben.user);
  await openDesk(page, address);
  await mark(page, "asked for patience");
  await expectSaved(page);
  await expect(page.locator("[data-card-button]")).toHaveCount(1);
  const authors = await installation.db.annotation.findMany({
    where: { articleId: article.id },
    select: { authorId: true },
  });
  expect(authors).toEqual([{ authorId: ben.user.id }]);

  await giveSession(installation, page.context(), ana.user);
  await openDesk(page, address);
  await expect(cardOf(page, /^Claim, draft: ‘the gate had been open/)).toBeVisible();
  await expectSaved(page);
  expect(await countOf(installation, article.id)).toBe(2);
});
