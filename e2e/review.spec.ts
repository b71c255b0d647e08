import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/support/fixtures.ts";
import type { Installation } from "#e2e/support/installation.ts";
import type { Newsroom } from "#e2e/support/newsroom.ts";
import { cardOf, expectSaved, openDesk, selectWords } from "#e2e/support/screens/desk.ts";
import { makeAnnotation } from "#prisma/factories.ts";

const TEXT = [
  "Bridge closed after flood",
  "The council of Marrow said on Friday that the old bridge had moved by nine centimetres.",
  "A spokesman for the builders, Odo Brandt, denied that the bridge had moved. “It stands where it stood,” he said.",
  "The river has been high since the end of winter, and the ferry does not run at night.",
].join("\n\n");
const REPORT =
  "Surveyors measured the old bridge of Marrow twice in April and found that it had moved by nine centimetres towards the mill.";

/** Press a key of the queue once the annotation with these words stands there to be decided. */
async function decide(page: Page, words: string, key: string): Promise<void> {
  const underReview = page.getByRole("region", { name: "The annotation under review" });
  await expect(underReview.getByText(words, { exact: true }).first()).toBeVisible();
  await page.keyboard.press(key);
}

async function stateOf({ db }: Installation, id: string): Promise<string> {
  return (await db.annotation.findUniqueOrThrow({ where: { id } })).state;
}

async function openReview(page: Page, newsroom: Newsroom): Promise<void> {
  await page.goto(newsroom.path("/review"));
  await expect(page.getByRole("heading", { name: "Review", exact: true })).toBeAttached();
}

test("a mark goes to review, comes back with a reason, is mended, and is approved", async ({
  newsroom,
  as,
  deskOf,
  installation,
  axe,
}) => {
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const reviewer = await newsroom.member("reviewer", "Lena Kask");
  const article = await newsroom.article({ text: TEXT, title: "Bridge closed after flood" });
  const desk = await deskOf(annotator, article);
  await selectWords(desk, "said on Friday that the old bridge had moved by nine centimetres");
  await desk.keyboard.press("c");
  await expectSaved(desk);
  await desk.keyboard.press("Shift+Enter");
  await expect(cardOf(desk, /^Claim, submitted/)).toBeVisible();
  await expectSaved(desk);
  const { id } = await installation.db.annotation.findFirstOrThrow({
    where: { articleId: article.id },
  });

  const queue = await as(reviewer);
  await openReview(queue, newsroom);
  await axe(queue);
  await decide(queue, "said on Friday that the old bridge had moved by nine centimetres", "r");
  await queue.keyboard.press("2");
  await queue
    .getByRole("textbox", { name: "Comment for Tove Oakes" })
    .fill("Leave out the reporting words.");
  await axe(queue);
  await queue.keyboard.press("Control+Enter");
  await expect.poll(() => stateOf(installation, id)).toBe("rejected");

  await desk.goto(newsroom.path(""));
  await expect(desk.getByText("Leave out the reporting words.")).toBeVisible();
  await openDesk(desk, newsroom.path(`/articles/${article.id}#${id}`));
  const card = cardOf(desk, /^Claim, came back to you/);
  await expect(card).toHaveAttribute("aria-current", "true");
  await expect(desk.getByText("Leave out the reporting words.").first()).toBeVisible();
  await axe(desk);
  await selectWords(desk, "the old bridge had moved by nine centimetres");
  await desk.keyboard.press("b");
  await expectSaved(desk);
  await desk.keyboard.press("Shift+Enter");
  await expect(cardOf(desk, /^Claim, submitted: ‘the old bridge had moved/)).toBeVisible();
  await expectSaved(desk);

  await queue.reload();
  await expect(queue.getByText("What changed since")).toBeVisible();
  await axe(queue);
  await decide(queue, "the old bridge had moved by nine centimetres", "a");
  await expect.poll(() => stateOf(installation, id)).toBe("approved");
  await expect(queue.getByRole("status").first()).toContainText(/approved/i);

  const history = await installation.db.auditEvent.findMany({
    where: { subjectId: id },
    orderBy: { id: "asc" },
  });
  expect(history.map(({ type }) => type.replace("annotation.", ""))).toEqual([
    "created",
    "submitted",
    "rejected",
    "changed",
    "submitted",
    "approved",
  ]);
});

test("a decision can be taken back, and a correction approves with both names on it", async ({
  newsroom,
  as,
  installation,
}) => {
  const author = await newsroom.member("annotator", "Tove Oakes");
  const reviewer = await newsroom.member("reviewer");
  const article = await newsroom.article({ text: TEXT });
  const { id } = await makeAnnotation(installation.db, article, {
    author: author.ctx,
    quote: "the bridge had moved",
    state: "submitted",
  });
  const page = await as(reviewer);
  await openReview(page, newsroom);
  await decide(page, "the bridge had moved", "a");
  await expect.poll(() => stateOf(installation, id)).toBe("approved");
  await page.keyboard.press("u");
  await expect.poll(() => stateOf(installation, id)).toBe("submitted");

  await decide(page, "the bridge had moved", "e");
  const form = page.getByRole("form", { name: "Correct and approve" });
  await form.getByRole("radio", { name: /Denial/ }).check({ force: true });
  await form.getByRole("button", { name: /^Correct and approve/ }).click();
  await expect.poll(() => stateOf(installation, id)).toBe("approved");
  const row = await installation.db.annotation.findUniqueOrThrow({
    where: { id },
    include: { versions: { orderBy: { version: "asc" } } },
  });
  expect(row.tag).toBe("denial");
  expect(row.authorId).toBe(author.user.id);
  expect(row.versions.at(-1)?.writerId).toBe(reviewer.user.id);
});

test("the second of two reviewers is told who decided, and nobody reviews their own", async ({
  newsroom,
  as,
  installation,
  expectErrors,
}) => {
  expectErrors(/409|412/);
  const author = await newsroom.member("reviewer", "Odo Brandt");
  const first = await newsroom.member("reviewer", "Lena Kask");
  const second = await newsroom.member("reviewer", "Ines Halloran");
  const article = await newsroom.article({ text: TEXT });
  const quote = "the ferry does not run at night";
  const { id } = await makeAnnotation(installation.db, article, {
    author: author.ctx,
    quote,
    state: "submitted",
  });

  const own = await as(author);
  await openReview(own, newsroom);
  await expect(own.getByText(/Nothing waits for your review/)).toBeVisible();

  const [one, two] = [await as(first), await as(second)];
  await openReview(one, newsroom);
  await openReview(two, newsroom);
  await decide(one, quote, "a");
  await expect.poll(() => stateOf(installation, id)).toBe("approved");
  await decide(two, quote, "r");
  await two.keyboard.press("7");
  await two.keyboard.press("Control+Enter");
  await expect(two.getByText(/Lena Kask/).first()).toBeVisible();
  expect(await stateOf(installation, id)).toBe("approved");
  expect(await installation.db.review.count({ where: { annotationId: id } })).toBe(1);
});

test("evidence is found in another article, and what is confidential stays with its people", async ({
  newsroom,
  as,
  installation,
  axe,
}) => {
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const stranger = await newsroom.member("annotator", "Ines Halloran");
  const article = await newsroom.article({ text: TEXT, title: "Bridge closed" });
  const report = await newsroom.article({ text: REPORT, title: "Survey of the bridge" });
  const { id } = await makeAnnotation(installation.db, article, {
    author: annotator.ctx,
    quote: "the old bridge had moved by nine centimetres",
  });
  const page = await as(annotator);
  await openDesk(page, newsroom.path(`/articles/${article.id}#${id}`));
  await expect(cardOf(page, /^Claim/)).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("e");
  await page.getByRole("button", { name: "Add evidence" }).click();
  await axe(page);
  await page
    .getByRole("searchbox", { name: "Find the passage" })
    .fill("moved by nine centimetres towards");
  await page.getByRole("button", { name: /^Take “moved by nine/ }).click();
  await page.getByRole("radio", { name: /supports/i }).check({ force: true });
  await page.getByRole("textbox", { name: "Reason" }).fill("They measured it twice.");
  await page.getByRole("checkbox", { name: "Confidential" }).check();
  await page.getByRole("textbox", { name: "Reason" }).press("Control+Enter");
  await expect(page.getByText("They measured it twice.")).toBeVisible();
  await axe(page);
  const row = await installation.db.evidence.findFirstOrThrow({ where: { annotationId: id } });
  expect(row).toMatchObject({
    kind: "passage",
    stance: "supports",
    confidential: true,
    articleId: report.id,
    exact: "moved by nine centimetres towards",
  });

  const other = await as(stranger);
  await openDesk(other, newsroom.path(`/articles/${article.id}#${id}`));
  await other.keyboard.press("e");
  await expect(other.getByRole("button", { name: "Add evidence" })).toBeVisible();
  await expect(other.getByText("They measured it twice.")).toBeHidden();
});
