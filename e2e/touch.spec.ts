import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/support/fixtures.ts";
import { expectSaved, openDesk } from "#e2e/support/screens/desk.ts";
import { makeAnnotation } from "#prisma/factories.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: "dark" });

test("on a phone, in the dark, the desk and the queue fit the screen and pass axe", async ({
  newsroom,
  as,
  installation,
  axe,
}) => {
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const reviewer = await newsroom.member("reviewer", "Lena Kask");
  const article = await newsroom.article({
    title: "A ferry that was not late after all, says Veldora",
  });
  await makeAnnotation(installation.db, article, {
    author: annotator.ctx,
    quote: "the ferry was late",
    state: "submitted",
  });
  const desk = await as(annotator);
  await desk.setViewportSize({ width: 390, height: 844 });
  await openDesk(desk, newsroom.path(`/articles/${article.id}`));
  await expectFits(desk);
  await axe(desk);
  await expectSaved(desk);
  await desk.getByRole("button", { name: /1 annotation/ }).click();
  await axe(desk);

  const queue = await as(reviewer);
  await queue.setViewportSize({ width: 390, height: 844 });
  await queue.goto(newsroom.path("/review"));
  await queue.getByRole("button", { name: /^Approve/ }).click();
  await expect(queue.getByText(/Nothing waits for your review/)).toBeVisible();
  await expectFits(queue);
  await axe(queue);
});

/** Nothing stands beyond the right edge. */
async function expectFits(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBe(0);
}
