import { makeAnnotation } from "#prisma/factories.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { openNewsroom } from "#e2e/support/newsroom.ts";
import { choose } from "#e2e/support/screens/access.ts";
import { listedTitles, openWay, paste, resultOf, upload } from "#e2e/support/screens/articles.ts";

const MEGABYTE = 1024 * 1024;
const BARGE =
  "# Barge\n\nKreel denied *everything*: the barge, the pilots, and the night that they waited.\n";
const FERRY = "The ferry left at nine, said Ansa Kreel.\n\nThe harbour office denies that.\n";

test("a pasted text opens, and the same text again leads to the first", async ({
  as,
  newsroom,
}) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles"));
  await page.getByRole("link", { name: "Add articles" }).click();
  await openWay(page, "Paste a text");
  await paste(page, FERRY, "Nine o'clock");
  await expect(page).toHaveURL(/\/articles\/[0-9a-f-]{36}$/);
  await expect(page).toHaveTitle(/Nine o'clock/);

  await page.goto(newsroom.path("/articles/add"));
  await openWay(page, "Paste a text");
  await paste(page, FERRY);
  await expect(page.getByText("This text is here already")).toBeVisible();
  await page.getByRole("link", { name: "Nine o'clock" }).click();
  await expect(page).toHaveURL(/\/articles\/[0-9a-f-]{36}$/);
});

test("an address that is pasted is not taken for a text", async ({ as, newsroom }) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add"));
  await openWay(page, "Paste a text");
  await page.getByLabel("Text", { exact: true }).fill("https://veldora.example/ferry");
  await page.getByRole("button", { name: "Fetch its page" }).click();
  await expect(page.getByRole("tab", { name: "Addresses" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(page.getByRole("textbox", { name: "Addresses" })).toHaveValue(
    "https://veldora.example/ferry",
  );
});

test("of several files each has its own result, and the rest go on", async ({ as, newsroom }) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add"));
  await upload(page, [
    { name: "ferry.txt", content: FERRY },
    { name: "empty.txt", content: "" },
    { name: "copy.txt", content: FERRY },
    { name: "harbour.html", content: "<h1>Harbour</h1><p>Nobody denies it.</p>" },
    { name: "barge.md", content: BARGE },
  ]);
  await expect(resultOf(page, "empty.txt")).toContainText("There is no text in it.");
  await expect(resultOf(page, "harbour.html")).toContainText("Added: Harbour");
  await expect(resultOf(page, "barge.md")).toContainText("Added: Barge");
  // Whichever of the two is read first.
  const twins = resultOf(page, "ferry.txt").or(resultOf(page, "copy.txt"));
  await expect(twins.filter({ hasText: "Added:" })).toHaveCount(1);
  await expect(twins.filter({ hasText: "Here already:" })).toHaveCount(1);
  await page.goto(newsroom.path("/articles"));
  await expect(listedTitles(page)).toHaveCount(3);
});

test("what cannot be an article is refused with the reason", async ({ as, newsroom }) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add"));
  const picture = Buffer.concat([
    Buffer.from("\u0089PNG\r\n\u001A\n", "latin1"),
    Buffer.alloc(4_000),
  ]);
  await upload(page, [
    { name: "picture.txt", content: picture },
    { name: "zeros.bin", content: Buffer.alloc(4_000) },
  ]);
  await expect(resultOf(page, "picture.txt")).toContainText("This is a picture (PNG)");
  await expect(resultOf(page, "zeros.bin").getByRole("button", { name: /^Try/ })).toBeVisible();
});

test("the server has the last word on 50 MB and on bytes that are no text", async ({
  newsroom,
  request,
}) => {
  const token = await newsroom.tokenFor(await newsroom.member("annotator"));
  const send = (data: Buffer) =>
    request.post(`/api/v1/projects/${newsroom.project.id}/articles/upload?name=ferry.txt`, {
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" },
      data,
    });
  const huge = await send(Buffer.alloc(50 * MEGABYTE, "ferry "));
  expect(huge.status()).toBe(413);
  expect(await huge.json()).toMatchObject({
    code: "too-large",
    message: expect.stringContaining("10 MB"),
  });
  const binary = await send(Buffer.alloc(4_000, 0));
  expect([415, 422]).toContain(binary.status());
});

test("the table is filtered, sorted and searched, and its address says how", async ({
  as,
  newsroom,
  installation,
}) => {
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const ferry = await newsroom.article({ title: "Ferry", text: "The ferry left.\n" });
  await newsroom.article({ title: "Barge", text: `${"The barge stayed. ".repeat(40)}\n` });
  await newsroom.article({ title: "Café Kreel", text: "Nobody was paid.\n" });
  await makeAnnotation(installation.db, ferry, { author: annotator.ctx, quote: "The ferry" });

  const page = await as(annotator);
  await page.goto(newsroom.path("/articles"));
  const titles = listedTitles(page);
  await expect(titles).toHaveText(["Café Kreel", "Barge", "Ferry"]);
  await page.getByRole("columnheader", { name: "Title" }).getByRole("link").click();
  await expect(titles).toHaveText(["Barge", "Café Kreel", "Ferry"]);
  await page.getByRole("columnheader", { name: "Words, about" }).getByRole("link").click();
  await expect(titles.first()).toHaveText("Barge");
  await expect(page).toHaveURL(/sort=length/);

  await page.getByRole("searchbox").fill("cafe");
  await expect(titles).toHaveText(["Café Kreel"]);
  await page.reload();
  await expect(titles).toHaveText(["Café Kreel"]);
  await page.getByRole("searchbox").fill("zeppelin");
  await expect(page.getByRole("heading", { name: "No article fits" })).toBeVisible();
  await page.getByRole("link", { name: "Clear the filters" }).click();
  await expect(titles).toHaveCount(3);

  await choose(page, "Whose articles", "Those I have worked on");
  await expect(titles).toHaveText(["Ferry"]);
});

test("a long table has pages", async ({ as, newsroom }) => {
  for (let n = 1; n <= 52; n++) {
    await newsroom.article({ title: `Article ${String(n).padStart(2, "0")}` });
  }
  const page = await as(await newsroom.member("reader"));
  await page.goto(newsroom.path("/articles?sort=title&direction=up"));
  const pages = page.getByRole("navigation", { name: "Pages of articles" });
  await expect(pages).toContainText("1–50 of 52 articles");
  await pages.getByRole("link", { name: "Next" }).click();
  await expect(listedTitles(page)).toHaveText(["Article 51", "Article 52"]);
  await pages.getByRole("link", { name: "Previous" }).click();
  await expect(listedTitles(page).first()).toHaveText("Article 01");
});

test("an article's title and details are put right", async ({ as, newsroom, expectErrors }) => {
  expectErrors(/status of 422/);
  await newsroom.article({ title: "Untitled", text: "The ferry left.\n" });
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles"));
  await page.getByRole("button", { name: "More for “Untitled”" }).click();
  await page.getByRole("menuitem", { name: "Edit title and details" }).click();
  const dialog = page.getByRole("dialog", { name: "Title and details" });
  await dialog.getByLabel("Published").fill("last spring");
  await dialog.getByLabel("Title").fill("The ferry");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("Published")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Published").fill("2031-05");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(listedTitles(page)).toHaveText(["The ferry"]);
});

test("pages of another project say nothing of it", async ({
  as,
  newsroom,
  installation,
  expectErrors,
}) => {
  expectErrors(/status of 404/);
  const article = await newsroom.article({ title: "A secret ferry" });
  const elsewhere = await openNewsroom(installation);
  const page = await as(await elsewhere.member("manager"));
  const addresses = [
    newsroom.path("/articles"),
    newsroom.path(`/articles/${article.id}`),
    // A project of theirs does not open somebody else's article.
    elsewhere.path(`/articles/${article.id}`),
  ];
  for (const address of addresses) {
    const response = await page.goto(address);
    expect.soft(response?.status(), address).toBe(404);
    await expect(
      page.getByRole("heading", { name: "There is nothing at this address" }),
      address,
    ).toBeVisible();
    await expect(page.getByText("A secret ferry")).toHaveCount(0);
  }
});
