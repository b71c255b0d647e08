import { noteLikenesses } from "#lib/likeness/note-likenesses.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import type { Installation } from "#e2e/support/installation.ts";
import type { Newsroom } from "#e2e/support/newsroom.ts";
import { listedTitles } from "#e2e/support/screens/articles.ts";
import { storyOf } from "#e2e/support/story.ts";

test("two papers with the same text: tied, taken back, merged, and taken back again", async ({
  as,
  newsroom,
  installation,
}) => {
  await makePair(newsroom, installation);
  const page = await as(await newsroom.member("reviewer"));
  await page.goto(newsroom.path("/articles"));
  await page.getByRole("link", { name: "Near-duplicates 1 to look at" }).click();
  await page.getByRole("list", { name: "Pairs" }).getByRole("link").click();

  const differences = page.getByRole("region", { name: "Differences" });
  await expect(differences.locator("ins").last()).toContainText("This report was first published");
  await page.keyboard.press("t");
  await expect(page.getByText("These two are tied together")).toBeVisible();
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("Nobody has decided about these two yet.")).toBeVisible();

  await page.getByRole("button", { name: "Merge, first stays" }).click();
  await expect(page.getByText("“Alder, again” is merged into “Alder”.")).toBeVisible();
  await page.goto(newsroom.path("/articles"));
  await expect(listedTitles(page)).toHaveText(["Alder"]);
  await page.goto(newsroom.path("/likenesses?decision=merged"));
  await page.getByRole("list", { name: "Pairs" }).getByRole("link").click();
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("Nobody has decided about these two yet.")).toBeVisible();
  await page.goto(newsroom.path("/articles"));
  await expect(listedTitles(page)).toHaveCount(2);
});

test("an annotator looks at a pair and decides nothing", async ({ as, newsroom, installation }) => {
  await makePair(newsroom, installation);
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/likenesses"));
  await page.getByRole("list", { name: "Pairs" }).getByRole("link").click();
  await expect(page.getByText("Reviewers decide.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Merge|Tie|Keep/ })).toHaveCount(0);
});

async function makePair(newsroom: Newsroom, { db }: Installation): Promise<void> {
  const text = storyOf("Alder").join("\n\n");
  await newsroom.article({ title: "Alder", text: `${text}\n` });
  const copy = await newsroom.article({
    title: "Alder, again",
    text: `${text}\n\nThis report was first published by another paper.\n`,
  });
  await noteLikenesses({ actor: { kind: "operator" }, db, now: new Date() }, copy.id);
}
