import { makeAnnotation } from "#prisma/factories.ts";
import { expect, test } from "#e2e/support/fixtures.ts";

const BEFORE = `The ferry left at nine, said Ansa Kreel, who has run the ministry since spring.

Nobody on the quay had seen it, and the harbour office kept no list of the ships.

Two hundred passengers spent the night at the quay. The company will pay for their rooms.
`;
const AFTER = `Corrected on Tuesday.

The ferry left long before ten, said Ansa Kreel, who has run the ministry since spring.

Nobody on the quay had seen it, and the harbour office kept no list of the ships.
`;

test("a newer text carries the marks over, and what it touched is dealt with", async ({
  as,
  newsroom,
  installation,
}) => {
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const article = await newsroom.article({ title: "Ferry", text: BEFORE });
  const by = { author: annotator.ctx };
  await makeAnnotation(installation.db, article, { ...by, quote: "The ferry left at nine" });
  await makeAnnotation(installation.db, article, {
    ...by,
    quote: "Nobody on the quay had seen it",
  });
  await makeAnnotation(installation.db, article, {
    ...by,
    quote: "The company will pay for their rooms",
  });

  const page = await as(annotator);
  await page.goto(newsroom.path(`/articles/${article.id}/revisions`));
  await expect(page.getByRole("heading", { name: "It has not changed" })).toBeVisible();
  await page.getByRole("button", { name: "Add a newer text" }).click();
  await page.getByLabel("Text as it stands there now").fill(BEFORE);
  await page.getByRole("button", { name: "Add this text" }).click();
  await expect(page.getByText("This is the text that is here already")).toBeVisible();
  await page.getByLabel("Text as it stands there now").fill(AFTER);
  await page.getByRole("button", { name: "Add this text" }).click();

  await expect(page.getByText(/marks? (is|are) touched/)).toBeVisible();
  const touched = page.getByRole("list", { name: "Touched marks" }).getByRole("listitem");
  await expect(touched).toHaveCount(2);
  await expect(page.getByRole("region", { name: "Differences" })).toContainText(
    "put in: Corrected on Tuesday.",
  );

  await page.goto(newsroom.path(""));
  await expect(page.getByRole("heading", { name: /^Sources that changed/ })).toBeVisible();
  await page.goto(newsroom.path(`/articles/${article.id}`));
  await page.getByRole("link", { name: "See what changed" }).click();

  const changed = touched.filter({ hasText: "Its words changed" });
  await changed.getByRole("button", { name: "Place on these words" }).click();
  await expect(touched.filter({ hasText: "Placed on the new words" })).toHaveCount(1);
  const lost = touched.filter({ hasText: "Its words are gone" });
  await lost.getByRole("button", { name: "Leave on revision 1" }).click();
  await expect(touched.filter({ hasText: "Left on the old revision" })).toHaveCount(1);

  await page.goto(newsroom.path(`/articles/${article.id}`));
  await expect(page.getByRole("link", { name: "See what changed" })).toHaveCount(0);
});

test("a reader sees what changed and can do nothing about it", async ({
  as,
  newsroom,
  installation,
}) => {
  const article = await newsroom.article({ title: "Ferry", text: BEFORE });
  await makeAnnotation(installation.db, article, { quote: "The company will pay" });
  const page = await as(await newsroom.member("reader"));
  await page.goto(newsroom.path(`/articles/${article.id}/revisions`));
  await expect(page.getByRole("button", { name: /Add a newer|Watch/ })).toHaveCount(0);
});

test("the original stands beside the article as text, and is never drawn as a page", async ({
  as,
  newsroom,
}) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add?way=paste"));
  await page
    .getByLabel("Text", { exact: true })
    .fill("<h1>Harbour</h1><p>Nobody denies it.</p><script>document.title = 'taken'</script>");
  await page.getByRole("combobox", { name: "Written as" }).click();
  await page.getByRole("option", { name: "HTML" }).click();
  await page.getByRole("button", { name: "Add and open" }).click();
  await expect(page).toHaveURL(/\/articles\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/original`);
  const original = page.getByRole("region", { name: "The original" });
  await expect(original).toContainText("<script>document.title = 'taken'</script>");
  await expect(original.getByRole("heading")).toHaveCount(0);
  await expect(original).toContainText("SHA-256");
  await expect(page).toHaveTitle(/^Original of/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.html$/);
});
