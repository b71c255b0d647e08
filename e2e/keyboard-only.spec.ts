import { expect, test } from "#e2e/support/fixtures.ts";
import type { Installation } from "#e2e/support/installation.ts";
import {
  cardByKeys,
  expectFocusSeen,
  expectHeard,
  expectWords,
  press,
  refuseMouse,
  tabTo,
} from "#e2e/support/keyboard.ts";
import { makePersonWithPassword, PASSWORD } from "#e2e/support/newsroom.ts";
import { cardOf, expectSaved, footOf, textOf } from "#e2e/support/screens/desk.ts";
import { makeAnnotation, makeMember } from "#prisma/factories.ts";

/* The annotator’s whole job without a mouse: a press of one would be refused, and fail the journey. */

const TEXT = [
  "Ferry was late again",
  "The harbour office denied that the night ferry had been late.",
  "“We left on time,” said Ansa Kreel, who runs the ferry. “Nobody complained.”",
  "The quay was empty at nine. Two hundred people slept in the hall.",
].join("\n\n");

test("from signing in to the next article no mouse is needed", async ({
  newsroom,
  installation,
  page,
}) => {
  test.slow();
  const person = await makePersonWithPassword(installation, { name: "Tove Oakes" });
  const annotator = await makeMember(installation.db, {
    projectId: newsroom.project.id,
    role: "annotator",
    user: person,
  });
  const article = await newsroom.article({ text: TEXT, title: "Ferry was late again" });
  const other = await newsroom.article({ text: "The ferry was on time.", title: "Another view" });
  const distant = await makeAnnotation(installation.db, other, {
    author: annotator.ctx,
    quote: "The ferry was on time",
  });
  const refused = await refuseMouse(page);

  await test.step("signs in and goes to the article", async () => {
    await page.goto("/sign-in");
    await page.keyboard.type(person.email);
    await tabTo(page, page.getByLabel("Password"));
    await page.keyboard.type(PASSWORD);
    await press(page, "Enter");
    await expect(page.getByRole("button", { name: /^You:/ })).toBeVisible();
    await press(page, "Tab");
    await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
    await tabTo(page, page.getByRole("main").getByRole("link", { name: newsroom.project.name }));
    await press(page, "Enter");
    await expect(page.getByRole("heading", { name: /^Project/ })).toBeVisible();
    await tabTo(page, page.getByRole("link", { name: /^Articles/ }));
    await press(page, "Enter");
    await tabTo(page, page.getByRole("link", { name: "Ferry was late again" }));
    await press(page, "Enter");
    await expect(textOf(page)).toBeVisible();
    await expectSaved(page);
  });

  await test.step("goes through the text by every step", async () => {
    await press(page, "Tab");
    await expect(page.getByRole("button", { name: "Skip to the text" })).toBeFocused();
    await expectFocusSeen(page);
    await press(page, "Enter");
    await expect(textOf(page)).toBeFocused();
    await press(page, "Control+Home");
    await expectWords(page, "Control+ArrowDown", TEXT.split("\n\n")[1] ?? "");
    await expectWords(page, "ArrowRight", "h");
    await expectWords(page, "Control+ArrowRight", "he");
    await expectWords(page, "Quote", "the night ferry had been late");
    await expectWords(page, "BracketRight", "“We left on time,”");
    await expectWords(page, "Period", "“Nobody complained.”");
    await expectWords(page, "Comma", "“We left on time,” said Ansa Kreel, who runs the ferry");
    await expectWords(page, "Control+ArrowUp", "The harbour office denied");
  });

  await test.step("tags, with roles and attributes", async () => {
    await press(page, "Shift+Control+ArrowRight", 3);
    await expectHeard(page, "Selected: ‘The harbour office’.");
    await press(page, "s");
    await press(page, "Control+ArrowRight", 2);
    await press(page, "Shift+Quote");
    await press(page, "x");
    await press(page, "Control+ArrowLeft", 7);
    await press(page, "Shift+Control+ArrowLeft");
    await press(page, "q");
    await press(page, "Digit3");
    await press(page, "d");
    await press(page, "Digit1");
    await press(page, "Enter");
    await press(page, "Escape");
    await press(page, "Control+ArrowDown", 2);
    await press(page, "Shift+Period");
    await press(page, "c");
    await expect(cardOf(page, /^Claim, draft: ‘The quay was empty at nine’/)).toBeVisible();
    // The attributes one by one, and back to the card.
    await press(page, "t");
    await expect(page.getByRole("combobox", { name: /^Kind/ })).toBeFocused();
    await expectFocusSeen(page);
    await press(page, "ArrowDown", 2);
    await press(page, "Tab", 2);
    await expect(page.getByRole("textbox", { name: "Wording" })).toBeFocused();
    await page.keyboard.type("Nobody stood on the quay at nine");
    await press(page, "Enter");
    await expect(cardOf(page, /^Claim/)).toBeFocused();
    await expectFocusSeen(page);
    await expectSaved(page);
    expect(await marks(installation, article.id)).toEqual([
      ["attribution", ["The harbour office", "denied", "the night ferry had been late"]],
      ["claim", ["The quay was empty at nine"]],
      ["denial", ["denied that the night ferry had been late"]],
    ]);
  });

  await test.step("goes from annotation to annotation, by cards and in the text", async () => {
    await press(page, "k");
    await expect(cardOf(page, /^Denial/)).toBeFocused();
    await press(page, "k");
    await expect(cardOf(page, /^Attribution/)).toBeFocused();
    await expectFocusSeen(page);
    await press(page, "Enter");
    await expect(textOf(page)).toBeFocused();
    await press(page, "p");
    await expectHeard(page, /^Source of an attribution ends\./);
    await press(page, "Enter", 2);
    await press(page, "Shift+J");
    await expect(footOf(page)).toContainText("This is the last");
  });

  await test.step("moves boundaries, and takes it back and does it again", async () => {
    await cardByKeys(page, /^Claim/);
    await press(page, "Minus");
    await expect(footOf(page)).toContainText("Now ‘The quay was empty at’");
    await press(page, "Alt+Shift+Equal");
    await expect(footOf(page)).toContainText("Now ‘he quay was empty at’");
    await press(page, "Control+z", 2);
    await expect(cardOf(page, /^Claim, draft: ‘The quay was empty at nine’/)).toBeVisible();
    await press(page, "Control+Shift+z");
    await press(page, "Control+z");
    await expect(footOf(page)).toContainText(/^.*Undone/);
    await expectFocusSeen(page);
  });

  await test.step("links here, and to a second article beside it", async () => {
    await cardByKeys(page, /^Denial/);
    await press(page, "l");
    const dialog = page.getByRole("dialog", { name: "Link" });
    await expect(dialog.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("quay");
    await expect(dialog.getByRole("option", { name: /denies/ })).toBeVisible();
    await press(page, "Enter");
    await expect(dialog).toBeHidden();
    await expect(cardOf(page, /^Denial/)).toBeFocused();
    await expect(footOf(page)).toContainText("Link drawn");
    await cardByKeys(page, /^Claim/);
    await press(page, "v");
    const beside = page.getByRole("region", { name: "Another article beside the text" });
    await expect(beside.getByRole("textbox")).toBeFocused();
    await page.keyboard.type("view");
    await tabTo(page, beside.getByRole("button", { name: "Another view" }));
    await press(page, "Enter");
    await tabTo(page, beside.getByRole("combobox", { name: "What is marked there" }));
    await press(page, "ArrowDown");
    await tabTo(page, beside.getByRole("button", { name: "contradicts" }));
    await press(page, "Enter");
    await expectSaved(page);
    await expect
      .poll(() =>
        installation.db.link.findMany({
          where: { OR: [{ toId: distant.id }, { fromId: distant.id }] },
          select: { type: true },
        }),
      )
      .toEqual([{ type: "contradicts" }]);
    await press(page, "Escape");
    await expect(beside).toBeHidden();
    await expectFocusSeen(page);
  });

  await test.step("asks a question on an annotation", async () => {
    await cardByKeys(page, /^Claim/);
    await press(page, "z");
    const talk = page.getByRole("region", { name: "Talk beside the text" });
    await tabTo(page, talk.getByRole("textbox", { name: /About this annotation/ }));
    await page.keyboard.type("Who counted?");
    await press(page, "Control+Enter");
    await expect(talk.getByRole("paragraph").filter({ hasText: "Who counted?" })).toBeVisible();
    await press(page, "Escape", 2);
    await expect(talk).toBeHidden();
    await expectFocusSeen(page);
    await expectSaved(page);
  });

  await test.step("deletes one, and the keyboard goes to its neighbour", async () => {
    await cardByKeys(page, /^Denial/);
    await press(page, "Delete");
    await expect(cardOf(page, /^Claim/)).toBeFocused();
    await press(page, "Control+z");
    await expect(cardOf(page, /^Denial/)).toBeVisible();
    await expectFocusSeen(page);
    await expectSaved(page);
  });

  await test.step("hands in, finishes, and goes on to the next article", async () => {
    await cardByKeys(page, /^Denial/);
    await press(page, "Shift+Enter");
    await expect(cardOf(page, /^Denial, submitted/)).toBeVisible();
    await press(page, "Shift+F");
    const finish = page.getByRole("alertdialog", { name: "Finish this article?" });
    await tabTo(page, finish.getByRole("button", { name: "Finish" }));
    await press(page, "Enter");
    await expect(cardOf(page, /^Claim, submitted/)).toBeVisible();
    await expectSaved(page);
    await press(page, "Shift+N");
    await expect(page).toHaveURL(new RegExp(other.id));
    await expect(textOf(page)).toBeVisible();
    expect(refused).toEqual([]);
  });
});

async function marks({ db }: Installation, articleId: string): Promise<[string, string[]][]> {
  const rows = await db.annotation.findMany({
    where: { articleId, state: { not: "withdrawn" } },
    include: { segments: { orderBy: { start: "asc" } } },
    orderBy: { tag: "asc" },
  });
  return rows
    .map(({ tag, segments }): [string, string[]] => [tag, segments.map(({ exact }) => exact)])
    .toSorted(([a], [b]) => a.localeCompare(b));
}
