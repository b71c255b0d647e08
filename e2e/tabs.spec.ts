import type { Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { expect, test } from "#e2e/support/fixtures.ts";
import {
  cardOf,
  expectSaved,
  footOf,
  lineIsBack,
  openDesk,
  selectWords,
} from "#e2e/support/screens/desk.ts";
import { makePersonWithPassword, PASSWORD } from "#e2e/support/newsroom.ts";
import { makeAnnotation, makeMember } from "#prisma/factories.ts";

/* Several tabs, or machines, of one person: each journey opens several desks. */
test.describe.configure({ timeout: 120_000 });

const TEXT = [
  "The lock keeper of Osk said that the gate had been open all night.",
  "The council denied that anybody had seen it open, and asked for patience until the report is there.",
].join("\n\n");

test("each tab undoes what was done in it, over a reload too, and leaves the other's alone", async ({
  newsroom,
  deskOf,
}) => {
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const article = await newsroom.article({ text: TEXT });
  const first = await deskOf(ana, article);
  const second = await first.context().newPage();
  await openDesk(second, first.url());
  await mark(first, "the gate had been open all night");
  const hers = /^Claim, draft: ‘the gate had/;
  const later = /^Claim, draft: ‘asked for patience/;
  await expect(cardOf(second, hers)).toBeVisible();
  await second.bringToFront();
  await mark(second, "asked for patience");
  await expect(cardOf(first, later)).toBeVisible();

  await first.bringToFront();
  await first.keyboard.press("Control+z");
  await expect(cardOf(first, hers)).toHaveCount(0);
  await expect(cardOf(second, hers)).toHaveCount(0);
  await expect(cardOf(first, later)).toBeVisible();
  await openDesk(first, first.url());
  await first.keyboard.press("Control+Shift+z");
  await expect(cardOf(second, hers)).toBeVisible();

  await openDesk(second, second.url());
  await second.bringToFront();
  await second.keyboard.press("Control+z");
  await expect(cardOf(first, later)).toHaveCount(0);
  await expect(cardOf(first, hers)).toBeVisible();
  await second.keyboard.press("Control+z");
  await expect(footOf(second)).toContainText("There is nothing to undo");

  // What the closed tab has left, the other takes over when it is opened anew.
  await first.close();
  await expect.poll(() => tabsOpen(second)).toBe(1);
  await openDesk(second, second.url());
  await second.keyboard.press("Control+z");
  await expect(cardOf(second, hers)).toHaveCount(0);
  await expectSaved(second);
});

test("what was undone is done again from a page that was made before the undoing had arrived", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(ana, article);
  await mark(page, "the gate had been open all night");
  await expectSaved(page);
  const made = await page.request.get(page.url());
  await page.keyboard.press("Control+z");
  await expect(cardOf(page, /^Claim/)).toHaveCount(0);
  await expectSaved(page);
  // Nor is there any news yet.
  await page.context().route("**/api/v1/projects/*/events*", () => undefined);
  await page.route(`**/articles/${article.id}`, (route) => route.fulfill({ response: made }));
  await page.reload();
  await expectSaved(page);
  await page.keyboard.press("Control+Shift+z");
  await expect(footOf(page)).toContainText("Done again");
  await expectSaved(page);
  const states = await installation.db.annotation.findMany({ where: { articleId: article.id } });
  expect(states.map(({ state }) => state)).toEqual(["draft"]);
});

test("two machines that mark the very same words at once keep one mark, and show the other", async ({
  newsroom,
  deskOf,
  installation,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/);
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const article = await newsroom.article({ text: TEXT });
  const [one, two] = [await deskOf(ana, article), await deskOf(ana, article)];
  for (const page of [one, two]) {
    await page.route("**/api/v1/annotations/**", (route) => route.abort("internetdisconnected"));
    await mark(page, "the gate had been open all night");
    await expect(footOf(page)).toContainText("kept here and will be sent");
  }
  for (const page of [one, two]) await page.unroute("**/api/v1/annotations/**");
  await Promise.all([one, two].map(lineIsBack));
  const stops = (page: Page) => footOf(page).getByText("1 change needs you").first().isVisible();
  await expect.poll(async () => (await stops(one)) !== (await stops(two))).toBe(true);
  const stopped = (await stops(one)) ? one : two;
  await stopped.bringToFront();
  await cardOf(stopped, /^Claim/)
    .first()
    .click();
  await stopped.getByRole("button", { name: "Show the other" }).first().click();
  await stopped.getByRole("button", { name: "See it" }).click();
  const unsent = stopped.getByRole("dialog", { name: "Not sent" });
  await unsent.getByRole("button", { name: "Let go" }).click();
  await expect(unsent).toContainText("The server has everything.");
  await unsent.getByRole("button", { name: "Close" }).click();
  for (const page of [one, two]) {
    await expectSaved(page);
    await expect(page.locator("[data-card-button]")).toHaveCount(1);
  }
  expect(await installation.db.annotation.count({ where: { articleId: article.id } })).toBe(1);
});

test("a note to oneself is on one's other machine at once, and two who draw the same link have it once", async ({
  newsroom,
  deskOf,
  installation,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/);
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const ben = await newsroom.member("annotator", "Ben Orlo");
  const article = await newsroom.article({ text: TEXT });
  const by = { author: ana.ctx };
  await makeAnnotation(installation.db, article, {
    ...by,
    quote: "the gate had been open all night",
  });
  await makeAnnotation(installation.db, article, {
    ...by,
    tag: "denial",
    quote: "denied that anybody had seen it open",
  });
  const [hers, elsewhere, his] = [
    await deskOf(ana, article),
    await deskOf(ana, article),
    await deskOf(ben, article),
  ];
  for (const page of [hers, elsewhere, his]) await page.keyboard.press("z");
  const talkOf = (page: Page) => page.getByRole("region", { name: "Talk beside the text" });
  await talkOf(hers).getByRole("checkbox", { name: "Only for me" }).click();
  const note = talkOf(hers).getByRole("textbox", { name: /a note to yourself/ });
  await note.fill("Ask the archive about 1998.");
  await note.press("Control+Enter");
  await expect(talkOf(elsewhere)).toContainText("archive about 1998");
  await expect(talkOf(his)).not.toContainText("archive");

  for (const page of [hers, his]) {
    await page.bringToFront();
    await page.route("**/api/v1/links/**", (route) => route.abort("internetdisconnected"));
    await cardOf(page, /^Denial/).click();
    await page.keyboard.press("Shift+L");
    await cardOf(page, /^Claim/).click();
    await expect(footOf(page)).toContainText("kept here and will be sent");
  }
  for (const page of [hers, his]) {
    await page.unroute("**/api/v1/links/**");
    await lineIsBack(page);
  }
  for (const page of [hers, his, elsewhere]) {
    await expectSaved(page);
    // Each end shows it, once.
    await expect(page.getByRole("list", { name: "Links" }).getByRole("listitem")).toHaveCount(2);
  }
  const { db } = installation;
  expect(await db.link.count({ where: { projectId: newsroom.project.id } })).toBe(1);
});

test("decisions of two tabs, made without a network, are kept side by side and sent once each", async ({
  newsroom,
  as,
  installation,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource/);
  const author = await newsroom.member("annotator", "Tove Oakes");
  const reviewer = await newsroom.member("reviewer", "Lena Kask");
  const article = await newsroom.article({ text: TEXT });
  const quotes = ["the gate had been open all night", "asked for patience"];
  for (const quote of quotes) {
    await makeAnnotation(installation.db, article, {
      author: author.ctx,
      quote,
      state: "submitted",
    });
  }
  const first = await as(reviewer);
  const context = first.context();
  await context.route("**/api/v1/annotations/*/approve", (route) =>
    route.abort("internetdisconnected"),
  );
  const second = await context.newPage();
  const underReview = (page: Page) =>
    page.getByRole("region", { name: "The annotation under review" });
  for (const page of [first, second]) {
    await page.goto(newsroom.path("/review"));
    await expect(underReview(page)).toContainText(quotes[0] ?? "");
  }
  await second.keyboard.press("n");
  await expect(underReview(second)).toContainText(quotes[1] ?? "");
  await second.keyboard.press("a");
  await first.bringToFront();
  await first.keyboard.press("a");
  const kept = /Your 2 decisions are kept here and will be sent/;
  for (const page of [first, second]) await expect(page.getByText(kept)).toBeVisible();
  for (const page of [first, second]) {
    await page.reload();
    await expect(page.getByText(kept)).toBeVisible();
  }
  await context.unroute("**/api/v1/annotations/*/approve");
  await Promise.all([first, second].map(lineIsBack));
  for (const page of [first, second]) await expect(page.getByText(kept)).toBeHidden();
  const { db } = installation;
  const where = { articleId: article.id };
  await expect.poll(() => db.annotation.count({ where: { ...where, state: "approved" } })).toBe(2);
  const events = await db.auditEvent.count({
    where: { projectId: newsroom.project.id, type: "annotation.approved" },
  });
  expect(events).toBe(2);
});

test("the tab in front asks for the password, also where another one sends", async ({
  newsroom,
  deskOf,
  installation,
  expectErrors,
}) => {
  expectErrors(/401/);
  const user = await makePersonWithPassword(installation, { name: "Tove Oakes" });
  await makeMember(installation.db, { projectId: newsroom.project.id, user });
  const article = await newsroom.article({ text: TEXT });
  const first = await deskOf(user, article);
  const second = await first.context().newPage();
  await openDesk(second, first.url());
  await installation.db.session.updateMany({
    where: { userId: user.id },
    data: { endedAt: new Date() },
  });
  await mark(second, "the gate had been open all night");
  const asks = (page: Page) => page.getByRole("dialog", { name: "Your session has ended" });
  await expect(asks(first)).toBeVisible();
  await asks(second).getByLabel("Password").fill(PASSWORD);
  await asks(second).getByLabel("Password").press("Enter");
  for (const page of [first, second]) {
    await expect(asks(page)).toBeHidden();
    await expectSaved(page);
  }
  const where = { articleId: article.id, authorId: user.id };
  expect(await installation.db.annotation.count({ where })).toBe(1);
});

/** How many tabs of one browser are open, as the app knows it: one that was closed is for a moment yet. */
function tabsOpen(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    return held.filter(({ name }) => name?.startsWith("onrecord-tab ")).length;
  });
}

async function mark(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Escape");
  await selectWords(page, words);
  await page.keyboard.press("c");
}

test("decisions that an older version of the app kept are sent", async ({
  newsroom,
  as,
  installation,
}) => {
  const author = await newsroom.member("annotator", "Tove Oakes");
  const reviewer = await newsroom.member("reviewer", "Lena Kask");
  const article = await newsroom.article({ text: TEXT });
  const { id } = await makeAnnotation(installation.db, article, {
    author: author.ctx,
    quote: "asked for patience",
    state: "submitted",
  });
  const page = await as(reviewer);
  await page.goto(newsroom.path(""));
  const name = `onrecord.decisions.${reviewer.user.id}.${newsroom.project.id}`;
  const queue = await page.request.get(`/api/v1/projects/${newsroom.project.id}/queue`);
  const { items } = z.object({ items: z.array(z.unknown()) }).parse(await queue.json());
  const sent = { key: uuidv7(), item: items[0], decision: { kind: "approve" }, attempts: 0 };
  await page.evaluate(
    ([name, list]) => localStorage.setItem(name ?? "", list ?? ""),
    [name, JSON.stringify([sent])],
  );
  await page.goto(newsroom.path("/review"));
  const { db } = installation;
  const state = async () => (await db.annotation.findUniqueOrThrow({ where: { id } })).state;
  await expect.poll(state).toBe("approved");
  await expect.poll(() => page.evaluate((name) => localStorage.getItem(name), name)).toBeNull();
});
