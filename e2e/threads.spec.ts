import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/support/fixtures.ts";
import {
  cardOf,
  expectSaved,
  footOf,
  openDesk,
  selectWords,
  textOf,
} from "#e2e/support/screens/desk.ts";

const TEXT = [
  "The lock keeper of Osk said that the gate had been open all night.",
  "The council denied that anybody had seen it open, and asked for patience until the report is there.",
].join("\n\n");

const talkOf = (page: Page) => page.getByRole("region", { name: "Talk beside the text" });

test("two people talk about an annotation: mention, answer, settle, all of it at once", async ({
  newsroom,
  axe,
  as,
}) => {
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const ben = await newsroom.member("reviewer", "Ben Orlo");
  const article = await newsroom.article({ text: TEXT });
  const address = newsroom.path(`/articles/${article.id}`);
  const [hers, his] = [await as(ana), await as(ben)];
  await openDesk(hers, address);
  await selectWords(hers, "the gate had been open all night");
  await hers.keyboard.press("c");
  await expectSaved(hers);
  await his.goto(newsroom.path(""));
  await expect(his.getByRole("link", { name: "Notices", exact: true })).toBeVisible();

  // By keyboard alone: the talk, a name out of the list, and off it goes.
  await cardOf(hers, /^Claim/).click();
  await hers.keyboard.press("z");
  const field = talkOf(hers).getByRole("textbox", { name: "About this annotation, a new thread" });
  await field.focus();
  await hers.keyboard.type("Is this the same gate, @be");
  await expect(hers.getByRole("option", { name: "Ben Orlo" })).toBeVisible();
  await axe(hers);
  await hers.keyboard.press("Enter");
  await expect(field).toHaveValue("Is this the same gate, @Ben Orlo ");
  await hers.keyboard.type("?");
  await hers.keyboard.press("Control+Enter");
  await expect(talkOf(hers).locator("[data-message]")).toContainText(
    "Is this the same gate, @Ben Orlo ?",
  );
  await expectSaved(hers);
  await expect(cardOf(hers, /^Claim/).locator("../..")).toContainText("1 open");

  // He hears of it where he is, and comes to the very thread.
  await his.getByRole("link", { name: "Notices, 1 unread" }).click();
  await expect(his.getByText("Ana Kestrel named you")).toBeVisible();
  await axe(his);
  await his.getByText("Ana Kestrel named you").click();
  const answer = talkOf(his).getByRole("textbox", { name: "Your answer" });
  await answer.fill("It is: page 3 says so.");
  await expect(his.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  await expect(his).not.toHaveURL(/thread=/);
  await answer.press("Control+Enter");
  await expect(talkOf(hers)).toContainText("It is: page 3 says so.");
  await expect(hers.getByRole("link", { name: "Notices, 1 unread" })).toBeVisible();

  await talkOf(hers).getByRole("button", { name: "Settled", exact: true }).click();
  await expect(talkOf(his).getByText("Settled (1)")).toBeVisible();
  await axe(his);
  // Undone like anything else, and said so.
  await hers.getByRole("button", { name: "Undo: settling talk" }).click();
  await expect(talkOf(his).getByText("Settled (1)")).toHaveCount(0);
});

test("a message begun is kept over a reload, one sent without a network goes out once", async ({
  newsroom,
  installation,
  expectErrors,
  deskOf,
}) => {
  expectErrors(/Failed to load resource/);
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(ana, article);
  await page.keyboard.press("z");
  const field = talkOf(page).getByRole("textbox", { name: "About the article, a new thread" });
  await field.fill("Who wrote the");
  await openDesk(page, page.url());
  await page.keyboard.press("z");
  await expect(field).toHaveValue("Who wrote the");

  await page.route("**/api/v1/threads/**", (route) => route.abort("internetdisconnected"));
  await field.fill("Who wrote the headline?");
  await field.press("Control+Enter");
  await expect(talkOf(page)).toContainText("Who wrote the headline?");
  await expect(footOf(page)).toContainText("kept here and will be sent");
  await page.reload();
  await expect(textOf(page)).toBeVisible();
  await page.keyboard.press("z");
  await expect(talkOf(page)).toContainText("Who wrote the headline?");
  await page.unroute("**/api/v1/threads/**");
  // It is tried again by itself; this says that the time has come.
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expectSaved(page);
  expect(
    await installation.db.message.count({ where: { thread: { articleId: article.id } } }),
  ).toBe(1);
  await expect(field).toHaveValue("");
});

test("a note to oneself is nobody else’s; a message is put otherwise and taken back", async ({
  newsroom,
  axe,
  deskOf,
}) => {
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const ben = await newsroom.member("annotator", "Ben Orlo");
  const article = await newsroom.article({ text: TEXT });
  const [hers, his] = [await deskOf(ana, article), await deskOf(ben, article)];
  await his.keyboard.press("z");
  await hers.keyboard.press("z");
  await talkOf(hers).getByRole("checkbox", { name: "Only for me" }).click();
  const note = talkOf(hers).getByRole("textbox", { name: /a note to yourself/ });
  await note.fill("Ask the archive about 1998.");
  await note.press("Control+Enter");
  await expect(talkOf(hers)).toContainText("only you see this");
  await expectSaved(hers);

  await talkOf(hers).getByRole("checkbox", { name: "Only for me" }).click();
  const field = talkOf(hers).getByRole("textbox", { name: "About the article, a new thread" });
  await field.fill("The date is wrnog.");
  await field.press("Control+Enter");
  await expect(talkOf(his)).toContainText("The date is wrnog.");
  await expect(talkOf(his)).not.toContainText("archive");

  await talkOf(his).getByRole("button", { name: /wrnog/ }).click();
  await talkOf(hers).getByRole("button", { name: /^Edit/ }).first().click();
  const edit = talkOf(hers).getByRole("textbox", { name: "Your message, put otherwise" });
  await edit.fill("The date is wrong.");
  await edit.press("Control+Enter");
  await expect(talkOf(his)).toContainText("The date is wrong.");
  await talkOf(hers)
    .getByRole("button", { name: /^Take back/ })
    .first()
    .click();
  await expect(talkOf(his)).toContainText("Ana Kestrel took this back.");
  await axe(his);
});

test("talk about an annotation stays when it is deleted while somebody writes", async ({
  newsroom,
  as,
}) => {
  const ana = await newsroom.member("annotator", "Ana Kestrel");
  const ben = await newsroom.member("annotator", "Ben Orlo");
  const article = await newsroom.article({ text: TEXT });
  const address = newsroom.path(`/articles/${article.id}`);
  const [hers, his] = [await as(ana), await as(ben)];
  await openDesk(hers, address);
  await selectWords(hers, "the gate had been open all night");
  await hers.keyboard.press("c");
  await expectSaved(hers);
  await openDesk(his, address);
  await cardOf(his, /^Claim/).click();
  await his.keyboard.press("z");
  const field = talkOf(his).getByRole("textbox", { name: "About this annotation, a new thread" });
  await field.fill("I would not mark this.");
  await field.press("Control+Enter");
  await expectSaved(his);
  const answer = talkOf(his).getByRole("textbox", { name: "Your answer" });
  await answer.fill("Because");

  await cardOf(hers, /^Claim/).click();
  await hers.keyboard.press("Delete");
  await expect(cardOf(his, /^Claim/)).toHaveCount(0);
  await expect(talkOf(his)).toContainText("About an annotation that was deleted");
  await expect(answer).toHaveValue("Because");
  await answer.press("Control+Enter");
  await expectSaved(his);
  await expect(talkOf(his)).toContainText("Because");
});
