import { v7 as uuidv7 } from "uuid";
import { test } from "#e2e/support/fixtures.ts";
import { expect } from "#e2e/support/patience.ts";
import { choose } from "#e2e/support/screens/access.ts";
import { listedTitles, resultOf } from "#e2e/support/screens/articles.ts";
import { newsPage } from "#e2e/support/site.ts";
import { storyOf } from "#e2e/support/story.ts";

test("a feed is followed, its entries come in, and it is stopped", async ({
  as,
  newsroom,
  site,
}) => {
  const mark = uuidv7();
  for (const ship of ["Alder", "Birch"]) {
    site.serve(`/${mark}/${ship}`, { body: newsPage(`The ${ship}`, storyOf(ship)) });
  }
  const entries = ["Alder", "Birch"].map(
    (ship) =>
      `<item><title>The ${ship}</title><guid>${ship}</guid><link>${site.at(`/${mark}/${ship}`)}</link></item>`,
  );
  site.serve(`/${mark}/feed`, {
    type: "application/rss+xml",
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>The Estuary Courier</title><link>${site.at("/")}</link><description>News</description>${entries.join("")}</channel></rss>`,
  });
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add?way=feed"));
  await page.getByLabel("Address of the feed").fill(site.at(`/${mark}/feed`));
  await page.getByRole("button", { name: "Follow the feed" }).click();
  await expect(page.getByText("The Estuary Courier")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("New entries")).toBeVisible();

  await page.getByRole("link", { name: /^Coming in/ }).click();
  await page.getByRole("table").getByRole("link").first().click();
  await expect(resultOf(page, "Alder")).toContainText("Added");
  await expect(resultOf(page, "Birch")).toContainText("Added");
  await page.goto(newsroom.path("/articles"));
  await expect(listedTitles(page)).toHaveCount(2);

  await page.goto(newsroom.path("/watches"));
  await choose(page, "How often “The Estuary Courier” is fetched", "Every day");
  await expect(page.getByText("“The Estuary Courier”: every day.")).toBeVisible();
  await page.getByRole("button", { name: "More for “The Estuary Courier”" }).click();
  await page.getByRole("menuitem", { name: "Watch no more" }).click();
  await page.getByRole("button", { name: "Watch no more" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is watched yet" })).toBeVisible();
});

test("a page that is watched changes, and its difference is shown", async ({
  as,
  newsroom,
  installation,
  site,
}) => {
  const path = `/${uuidv7()}`;
  const story = storyOf("Alder");
  site.serve(path, { body: newsPage("The Alder", story) });
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add?way=addresses"));
  await page.getByRole("textbox", { name: "Addresses" }).fill(site.at(path));
  await page.getByRole("button", { name: "Fetch the page" }).click();
  await resultOf(page, path).getByRole("link", { name: "The Alder" }).click();
  await expect(page).toHaveURL(/\/articles\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/revisions`);
  await page.getByRole("button", { name: "Watch this source" }).click();
  await page.getByRole("menuitem", { name: "Only by hand" }).click();
  await expect(page.getByText("Watched: only by hand")).toBeVisible();

  // It is fetched at once for the first time.
  await expect
    .poll(() =>
      installation.db.watch.count({ where: { projectId: newsroom.project.id, fetchedAt: null } }),
    )
    .toBe(0);
  site.serve(path, { body: newsPage("The Alder", [...story, "The minister resigned."]) });
  await page.getByRole("button", { name: "Fetch now" }).click();
  await expect(page.getByText(/The Estuary Courier changed what it said/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole("region", { name: "Differences" })).toContainText(
    "put in: The minister resigned.",
  );
});

test("a feed that is none is told with the reason", async ({ as, newsroom, site }) => {
  const path = `/${uuidv7()}`;
  site.serve(path, { body: newsPage("No feed", storyOf("Alder")) });
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add?way=feed"));
  await page.getByLabel("Address of the feed").fill(site.at(path));
  await page.getByRole("button", { name: "Follow the feed" }).click();
  await expect(page.getByText("Failed", { exact: false }).first()).toBeVisible({ timeout: 30_000 });
});
