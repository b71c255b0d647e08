import { expect, test } from "#e2e/support/fixtures.ts";
import { expectFocusSeen, press, refuseMouse, tabTo } from "#e2e/support/keyboard.ts";
import { makeAnnotation } from "#prisma/factories.ts";

/* The reviewer's whole job without a mouse. */

test("from the project to the last decision of the queue no mouse is needed", async ({
  newsroom,
  installation,
  as,
}) => {
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const reviewer = await newsroom.member("reviewer", "Lena Kask");
  const article = await newsroom.article({
    text: "The ferry left at nine. The quay was empty. Nobody complained.",
  });
  for (const quote of ["The ferry left at nine", "The quay was empty", "Nobody complained"])
    await makeAnnotation(installation.db, article, {
      author: annotator.ctx,
      quote,
      state: "submitted",
    });
  const queue = await as(reviewer);
  const refusedThere = await refuseMouse(queue);
  await queue.goto(newsroom.path(""));
  await tabTo(queue, queue.getByRole("link", { name: /^Review/ }));
  await press(queue, "Enter");
  const underReview = queue.getByRole("region", { name: "The annotation under review" });
  await expect(underReview).toBeVisible();
  await press(queue, "a");
  await expect(queue.getByRole("status").first()).toContainText(/approved/i);
  await press(queue, "r");
  await expect(queue.getByRole("radio").first()).toBeFocused();
  await expectFocusSeen(queue);
  await press(queue, "2");
  await queue.keyboard.type("Leave out the reporting words.");
  await press(queue, "Control+Enter");
  await expect(queue.getByRole("status").first()).toContainText(/rejected|back to/i);
  await press(queue, "e");
  await tabTo(queue, queue.getByRole("textbox", { name: "Comment" }));
  await queue.keyboard.type("Said more plainly.");
  await tabTo(queue, queue.getByRole("textbox", { name: "Wording" }), "Shift+Tab");
  await press(queue, "Control+a");
  await queue.keyboard.type("The quay was empty");
  await press(queue, "Control+Enter");
  await expect(queue.getByText(/Nothing waits for your review/)).toBeVisible();
  const states = async () => {
    const rows = await installation.db.annotation.findMany({ where: { articleId: article.id } });
    return rows.map(({ state }) => state).toSorted();
  };
  await expect.poll(states).toEqual(["approved", "approved", "rejected"]);
  expect(refusedThere).toEqual([]);
});
