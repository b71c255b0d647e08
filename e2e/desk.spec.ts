import { expect, test } from "#e2e/support/fixtures.ts";
import {
  cardOf,
  expectBeside,
  expectSaved,
  paintedWords,
  selectWords,
  textOf,
} from "#e2e/support/screens/desk.ts";

const TEXT = [
  "Ferry was late again",
  "The harbour office of Veldora 🛳️ said on Monday that the night ferry had been late eleven times.",
  "Ansa Kreel, the minister, denied that the ferry was late. “We left on time,” she told reporters.",
  "قالت الوزيرة إن العبارة وصلت في موعدها.",
  "Nobody has counted the passengers who missed their train in the morning, and nobody means to.",
].join("\n\n");

test("words are tagged by mouse and key, and are still there after a reload", async ({
  newsroom,
  deskOf,
  installation,
  axe,
}) => {
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const article = await newsroom.article({ text: TEXT, title: "Ferry was late again" });
  const page = await deskOf(annotator, article);
  await axe(page);

  await selectWords(page, "the night ferry had been late eleven times");
  await page.keyboard.press("c");
  const claim = cardOf(page, /^Claim, draft: ‘the night ferry had been late/);
  await expect(claim).toBeVisible();
  await expectBeside(page, claim, "the night ferry had been late eleven times");
  await expectSaved(page);
  expect(await paintedWords(page, /claim/)).toContain("the night ferry had been late eleven times");

  await selectWords(page, "We left on time");
  await page.getByRole("toolbar").getByRole("button", { name: "Denial" }).click();
  await expect(cardOf(page, /^Denial, draft: ‘We left on time/)).toBeVisible();
  await expectSaved(page);
  await axe(page);

  await page.reload();
  await expect(cardOf(page, /^Claim, draft/)).toBeVisible();
  await expect(cardOf(page, /^Denial, draft/)).toBeVisible();
  const rows = await installation.db.annotation.findMany({
    where: { articleId: article.id },
    include: { segments: true },
    orderBy: { createdAt: "asc" },
  });
  expect(rows.map(({ tag, segments }) => [tag, segments.map(({ exact }) => exact)])).toEqual([
    ["claim", ["the night ferry had been late eleven times"]],
    ["denial", ["We left on time"]],
  ]);
});

test("an attribution takes its source and its cue as easily as its content", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await selectWords(page, "“We left on time,”");
  await page.keyboard.press("a");
  await selectWords(page, "she");
  await page.keyboard.press("s");
  await selectWords(page, "told");
  await page.keyboard.press("q");
  await page.keyboard.press("Enter");
  await expectSaved(page);
  const row = await installation.db.annotation.findFirstOrThrow({
    where: { articleId: article.id },
    include: { segments: { orderBy: { start: "asc" } } },
  });
  expect(row.segments.map(({ role, exact }) => [role, exact])).toEqual([
    ["content", "“We left on time,”"],
    ["source", "she"],
    ["cue", "told"],
  ]);
  expect(row.attributes).toMatchObject({ manner: "direct" });
});

test("the whole of it goes by keyboard alone: caret, selection, tag, undo, submit, finish", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await textOf(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  for (let word = 0; word < 4; word++) await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("c");
  await expect(cardOf(page, /^Claim, draft/)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(cardOf(page, /^Claim/)).toBeHidden();
  await page.keyboard.press("Control+Shift+z");
  await expect(cardOf(page, /^Claim, draft/)).toBeVisible();
  await expectSaved(page);
  await page.keyboard.press("Shift+F");
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  await dialog.getByRole("button", { name: /^Finish/ }).press("Enter");
  await expectSaved(page);
  await expect
    .poll(
      async () =>
        (await installation.db.work.findFirst({ where: { articleId: article.id } }))?.state,
    )
    .toBe("finished");
});

test("every annotation has an address of its own", async ({ newsroom, deskOf }) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await selectWords(page, "Nobody has counted the passengers");
  await page.keyboard.press("c");
  await expectSaved(page);
  await expect(page).toHaveURL(/#[0-9a-f-]{36}$/);
  const address = page.url();
  await page.goto(newsroom.path("/articles"));
  await page.goto(address);
  await expect(cardOf(page, /^Claim, draft: ‘Nobody has counted/)).toHaveAttribute(
    "aria-current",
    "true",
  );
});

test("white space alone cannot be marked, and the same words twice are pointed out", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  for (let time = 0; time < 2; time++) {
    await selectWords(page, "the ferry was late");
    await page.keyboard.press("c");
    await expectSaved(page);
    await page.keyboard.press("Escape");
  }
  await expect(page.getByRole("status").filter({ hasText: /already/ })).toBeVisible();
  expect(await installation.db.annotation.count({ where: { articleId: article.id } })).toBe(1);
});
