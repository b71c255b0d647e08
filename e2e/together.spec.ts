import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/support/fixtures.ts";
import {
  cardOf,
  expectBeside,
  expectSaved,
  footOf,
  openDesk,
  paintedWords,
  selectWords,
  textOf,
} from "#e2e/support/screens/desk.ts";
import type { Tag } from "#lib/annotations/model.ts";
import { deleteEvidence } from "#lib/evidence/delete-evidence.ts";
import { deleteLink } from "#lib/links/delete-link.ts";
import { makeAnnotation, makeEvidence, makeLink } from "#prisma/factories.ts";

const TEXT = [
  "The lock keeper of Osk said that the gate had been open all night.",
  "The council denied that anybody had seen it open, and asked for patience until the report is there.",
  "A neighbour told the Osk Messenger that the water had reached her cellar by four.",
].join("\n\n");

test("marks, changes, links and states of one appear to the other at once", async ({
  newsroom,
  axe,
  deskOf,
}) => {
  const [ana, ben] = [
    await newsroom.member("annotator", "Ana Kestrel"),
    await newsroom.member("annotator", "Ben Orlo"),
  ];
  const article = await newsroom.article({ text: TEXT });
  const [hers, his] = [await deskOf(ana, article), await deskOf(ben, article)];

  await selectWords(hers, "the gate had been open all night");
  await hers.keyboard.press("c");
  const claim = cardOf(his, /^Claim, draft: ‘the gate had been open/);
  await expect(claim).toBeVisible();
  // The headline stands above the text here, and not in it.
  await expectBeside(his, claim, "the gate had been open all night");
  await expect.poll(() => paintedWords(his, /claim/)).toContain("the gate had been open all night");
  await expect(footOf(his)).toContainText("Ana Kestrel marked 1 passage.");

  await hers.keyboard.press("Escape");
  await selectWords(hers, "The lock keeper of Osk said that the gate had been open all night");
  await hers.keyboard.press("a");
  await expect(cardOf(his, /^Attribution, draft/)).toBeVisible();
  await cardOf(his, /^Claim/).click();
  await expect(his.getByText("by Ana Kestrel")).toBeVisible();
  await expect(his.locator("[data-card]").filter({ hasText: "by Ana Kestrel" })).toContainText(
    /attribut/i,
  );

  await cardOf(hers, /^Claim/).click();
  await hers.keyboard.press("Shift+Enter");
  await expect(cardOf(his, /^Claim, submitted/)).toBeVisible();
  await hers.keyboard.press("Delete");
  await expect(cardOf(his, /^Claim/)).toHaveCount(0);
  await axe(his);
});

test("news of a link and of evidence that are gone again when they are asked for is no error", async ({
  newsroom,
  installation,
  deskOf,
}) => {
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const article = await newsroom.article({ text: TEXT });
  const author = ana.ctx;
  const make = (tag: Tag, quote: string) =>
    makeAnnotation(installation.db, article, { author, tag, quote });
  const denial = await make("denial", "denied that anybody had seen it open");
  const claim = await make("claim", "the gate had been open all night");
  const his = await deskOf(await newsroom.member("annotator", "Ben Orlo"), article);

  const asked: string[] = [];
  const gone = Promise.withResolvers<void>();
  await his.route(/\/api\/v1\/(links|evidence)\b/, async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    await gone.promise;
    await route.continue();
  });
  const link = await makeLink(author, { type: "denies", from: denial, to: claim });
  const note = await makeEvidence(author, claim);
  await expect.poll(() => asked).toContain("/api/v1/links");
  await deleteLink(author, link.id, null);
  await deleteEvidence(author, note.id, null);
  const answer = his.waitForResponse(/\/api\/v1\/evidence\b/);
  gone.resolve();
  expect((await answer).status()).toBe(200);
  // What is announced after it is read after it.
  await make("claim", "the water had reached her cellar by four");
  await expect(cardOf(his, /^Claim.*‘the water had reached/)).toBeVisible();
  await expect(cardOf(his, /^Denial/)).toBeVisible();
  await expect(his.locator("[data-card]").filter({ hasText: /denies/i })).toHaveCount(0);
});

test("who is here, and where they read; nobody any more once they have left", async ({
  newsroom,
  axe,
  deskOf,
}) => {
  const reader = await newsroom.member("reader", "Rea Lindqvist");
  const annotator = await newsroom.member("annotator", "Ana Kestrel");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await expect(page.locator("[data-readers]")).toHaveCount(0);

  const hers = await deskOf(reader, article);
  await textOf(hers).getByText("A neighbour told").click();
  await expect(
    page.getByRole("button", { name: "Rea Lindqvist reads here, paragraph 3" }),
  ).toBeVisible();
  await expect(page.locator("[data-reader-mark]")).toHaveText("RL");
  await axe(page);

  await hers.goto(newsroom.path(""));
  await expect(page.locator("[data-readers]")).toHaveCount(0);
});

test("nothing moves under the hands: a field being filled stays, and both versions are offered", async ({
  newsroom,
  axe,
  expectErrors,
  as,
}) => {
  expectErrors(/412/);
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const article = await newsroom.article({ text: TEXT });
  const [here, there] = [await as(ana), await as(ana)];
  await openDesk(here, newsroom.path(`/articles/${article.id}`));
  await selectWords(here, "the gate had been open all night");
  await here.keyboard.press("c");
  await expectSaved(here);
  await openDesk(there, here.url());

  await here.keyboard.press("t");
  const field = here.locator("[data-card] [data-attribute]").first();
  await expect(field).toBeFocused();
  // Meanwhile, on her other machine, it becomes a denial.
  await cardOf(there, /^Claim/).click();
  await there.keyboard.press("d");
  await expectSaved(there);
  const offered = here.locator("[data-two-versions]");
  await expect(offered).toContainText("Denial");
  await expect(field).toBeFocused();

  // She goes on with what she was doing, and is asked.
  await field.selectOption({ index: 1 });
  await expect(offered.getByRole("button", { name: "Keep mine" })).toBeVisible();
  await axe(here);
  await expect(offered.getByRole("button", { name: "Take the other" })).toBeVisible();
  await here.keyboard.press("Escape");
  await here.keyboard.press("Shift+E");
  await expect(cardOf(here, /^Denial, draft/)).toBeVisible();
  await expect(offered).toHaveCount(0);
  await expectSaved(here);
});

test("a new text while the article is open, and work that was not sent, is said and kept", async ({
  newsroom,
  axe,
  expectErrors,
  deskOf,
}) => {
  expectErrors(/Failed to load resource/);
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(ana, article);
  await page.route("**/api/v1/annotations/**", (route) => route.abort("internetdisconnected"));
  await selectWords(page, "the gate had been open all night");
  await page.keyboard.press("c");
  await expect(footOf(page)).toContainText("kept here and will be sent");
  await newsroom.revise(article, TEXT.replace("until the report is there", "for a week"));
  await expect(page.getByText("The text has changed: revision 2 is there")).toBeVisible();
  await expect(page.getByText(/1 change of yours is not sent/)).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Go to the new text" }).click();
  await expect(textOf(page)).toContainText("asked for patience for a week");
});

test("somebody who is let go is told so, and keeps what was not sent", async ({
  newsroom,
  axe,
  installation,
  expectErrors,
  as,
  deskOf,
}) => {
  expectErrors(/Failed to load resource/);
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const manager = await newsroom.member("manager", "Mira Sund");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(ana, article);
  await page.route("**/api/v1/annotations/**", (route) => route.abort("internetdisconnected"));
  await selectWords(page, "the gate had been open all night");
  await page.keyboard.press("c");
  await expect(footOf(page)).toContainText("kept here and will be sent");

  const boss = await as(manager);
  await boss.goto(newsroom.path("/settings/members"));
  await removeMember(boss, "Ana Kestrel");
  await expect(page.getByText("You are no longer in this project")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy my unsent work" })).toBeVisible();
  await axe(page);
  expect(await installation.db.annotation.count({ where: { articleId: article.id } })).toBe(0);
});

async function removeMember(page: Page, name: string): Promise<void> {
  const row = page.getByRole("row", { name: new RegExp(name) });
  await row.getByRole("button", { name: /remove/i }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /remove/i })
    .click();
}

test("all tabs of one person hold one stream between them, and another takes over", async ({
  newsroom,
  as,
  deskOf,
}) => {
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const ben = await newsroom.member("annotator", "Ben Orlo");
  const article = await newsroom.article({ text: TEXT });
  const address = newsroom.path(`/articles/${article.id}`);
  const first = await as(ana);
  const streams: string[] = [];
  // More tabs than a browser opens connections to one address.
  first.context().on("request", (request) => {
    if (request.url().includes("/events")) streams.push(request.url());
  });
  await openDesk(first, address);
  const tabs = [first];
  for (let count = 0; count < 7; count++) {
    const tab = await first.context().newPage();
    await tab.goto(count === 0 ? address : newsroom.path(""));
    tabs.push(tab);
  }
  const second = tabs[1] ?? first;
  const his = await deskOf(ben, article);
  await selectWords(his, "the gate had been open all night");
  await his.keyboard.press("c");
  await expect(cardOf(first, /^Claim/)).toBeVisible();
  await expect(cardOf(second, /^Claim/)).toBeVisible();
  expect(streams.length).toBe(1);

  await first.close();
  await expect.poll(() => streams.length).toBe(2);
  await his.keyboard.press("Escape");
  await selectWords(his, "the water had reached her cellar by four");
  await his.keyboard.press("c");
  await expect(cardOf(second, /^Claim.*‘the water had reached/)).toBeVisible();
});
