import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { test } from "#e2e/support/fixtures.ts";
import { expect } from "#e2e/support/patience.ts";
import { openWay, resultOf } from "#e2e/support/screens/articles.ts";
import { scriptWith } from "#e2e/support/script.ts";
import { newsPage } from "#e2e/support/site.ts";
import { storyOf } from "#e2e/support/story.ts";

const INGESTION = /\/ingestions\/[0-9a-f-]{36}/;

test("addresses are fetched; one that failed says why, and is tried again", async ({
  as,
  newsroom,
  site,
}) => {
  const mark = uuidv7();
  site.serve(`/${mark}/alder`, { body: newsPage("The Alder", storyOf("Alder")) });
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add"));
  await openWay(page, "Addresses");
  await page
    .getByRole("textbox", { name: "Addresses" })
    .fill(`${site.at(`/${mark}/alder`)}\nferry\n${site.at(`/${mark}/birch`)}`);
  await expect(page.getByText("Line 2: This is no web address.")).toBeVisible();
  await page.getByRole("button", { name: "Fetch 2 pages" }).click();
  await expect(page).toHaveURL(INGESTION);
  await expect(resultOf(page, "/alder")).toContainText(/Added.*: The Alder/);
  const failed = resultOf(page, "/birch");
  await expect(failed).toContainText(/404/);

  site.serve(`/${mark}/birch`, { body: newsPage("The Birch", storyOf("Birch")) });
  await page.getByRole("link", { name: /^Failed/ }).click();
  await expect(resultOf(page, "/alder")).toHaveCount(0);
  await failed.getByRole("button", { name: /^Try again/ }).click();
  await page.getByRole("link", { name: /^All/ }).last().click();
  await expect(resultOf(page, "/birch")).toContainText(/Added.*: The Birch/);
});

test("what is still to come can be cancelled", async ({ as, newsroom, site }) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add?way=addresses"));
  const mark = uuidv7();
  const many = Array.from({ length: 200 }, (_, n) => site.at(`/${mark}/${n}`));
  await page.getByRole("textbox", { name: "Addresses" }).fill(many.join("\n"));
  await page.getByRole("button", { name: "Fetch 200 pages" }).click();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await page.getByRole("button", { name: "Cancel the rest" }).click();
  await expect(page.getByRole("progressbar", { name: "Cancelled" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel", exact: true })).toHaveCount(0);
});

test("a program sends addresses over the HTTP API, and a reader follows them", async ({
  as,
  newsroom,
  installation,
  site,
}) => {
  const path = `/${uuidv7()}`;
  site.serve(path, { body: newsPage("The Alder", storyOf("Alder")) });
  const token = await newsroom.tokenFor(await newsroom.member("annotator"));
  const { id } = await scriptWith(installation.url, token).send(
    "POST",
    `/projects/${newsroom.project.id}/ingestions`,
    { id: uuidv7(), name: "From a script", kind: "addresses", addresses: [site.at(path)] },
    z.looseObject({ id: z.string() }),
  );
  const page = await as(await newsroom.member("reader"));
  await page.goto(newsroom.path("/ingestions"));
  await page.getByRole("link", { name: "From a script" }).first().click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(resultOf(page, path)).toContainText(/Added.*: The Alder/);
  await expect(page.getByRole("button", { name: /Cancel|again/ })).toHaveCount(0);
});
