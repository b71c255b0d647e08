import type { Page } from "@playwright/test";
import { atRest } from "#e2e/support/at-rest.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { fingerOn, middleOf } from "#e2e/support/finger.ts";
import { faultsOfLayout } from "#e2e/support/layout.ts";
import { expectSaved, openDesk, textOf } from "#e2e/support/screens/desk.ts";
import { makeAnnotation } from "#prisma/factories.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const TEXT = [
  "Ferry was late again",
  "The harbour office denied that the night ferry had been late.",
  ...Array.from(
    { length: 12 },
    (_, day) =>
      `Ansa Kreel, who runs the ferry, said on day ${day + 1} that nobody had complained, whatever is said at the quay.`,
  ),
].join("\n\n");

test("on a phone, in one hand: words are marked, their edges moved, and the text scrolls under the thumb", async ({
  newsroom,
  as,
  installation,
}) => {
  const annotator = await newsroom.member("annotator", "Ana Oakes");
  const article = await newsroom.article({ text: TEXT, title: "Ferry was late again" });
  const page = await as(annotator);
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  expect(await page.evaluate(() => matchMedia("(hover: none) and (pointer: coarse)").matches)).toBe(
    true,
  );
  const finger = await fingerOn(page);
  const exact = async () => {
    await expectSaved(page);
    const rows = await installation.db.segment.findMany({
      where: { annotation: { articleId: article.id, state: { not: "withdrawn" } } },
    });
    return rows.map((each) => each.exact);
  };
  const tap = async (name: string | RegExp) => {
    const { x, y } = await middleOf(page.getByRole("button", { name }).first());
    await finger.tap(x, y);
  };

  await test.step("a long press takes a word, and the foot of the screen what it becomes", async () => {
    const word = await middleOf(textOf(page), "denied");
    await finger.pressLong(word.x, word.y, () => selectAsPhonesDo(page, word));
    await tap("Claim");
    await expect(page.getByRole("region", { name: "Annotation", exact: true })).toBeVisible();
    expect(await exact()).toEqual(["denied"]);
  });

  await test.step("its handles follow the finger, to whole words", async () => {
    const handle = await middleOf(page.locator("[data-handle=end]"));
    const that = await middleOf(textOf(page), "that");
    await finger.drag(handle, { x: that.x, y: handle.y });
    expect(await exact()).toEqual(["denied that"]);
  });

  await test.step("and without dragging, by buttons large enough for a thumb", async () => {
    await tap("End one word on");
    expect(await exact()).toEqual(["denied that the"]);
    await tap("Beginning one word back");
    expect(await exact()).toEqual(["office denied that the"]);
    expect(await smallTargets(page)).toEqual([]);
  });

  await test.step("a tap beside the words lets go, and the text scrolls where there are handles too", async () => {
    const scroller = page.locator("[data-scroller]");
    const top = () => scroller.evaluate((element) => element.scrollTop);
    const before = await top();
    await finger.drag({ x: 200, y: 330 }, { x: 200, y: 90 });
    await expect.poll(top).toBeGreaterThan(before);
    // A tap while the text still glides only stops it.
    await atRest(textOf(page).locator("[data-block]").first());
    expect(await exact()).toEqual(["office denied that the"]);
  });

  await test.step("submitted, undone and deleted by thumb", async () => {
    await tap(/^Submit/);
    await expect(page.getByRole("button", { name: /^Claim, submitted/ })).toBeVisible();
    await tap(/^Undo/);
    await expect(page.getByRole("button", { name: /^Claim, draft/ })).toBeVisible();
    await tap("Delete");
    expect(await exact()).toEqual([]);
    expect(await faultsOfLayout(page)).toEqual([]);
  });

  await test.step("what is marked low on the screen stays in view above its card", async () => {
    const first = await wordOnScreen(page, "day 7");
    await page
      .locator("[data-scroller]")
      .evaluate((scroller, by) => scroller.scrollBy(0, by), first.y - 600);
    const low = await wordOnScreen(page, "day 7");
    expect(Math.round(low.y)).toBe(600);
    await finger.pressLong(low.x, low.y, () => selectAsPhonesDo(page, low));
    await tap("Claim");
    const sheet = page.getByRole("region", { name: "Annotation", exact: true });
    await expect(sheet).toBeVisible();
    const { y: top } = (await sheet.boundingBox()) ?? { y: 0 };
    expect(top).toBeLessThan(600);
    await expect.poll(async () => (await wordOnScreen(page, "day 7")).y).toBeLessThan(top);
  });

  await test.step("and the words of commands and tabs stand beside one another", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: "Commands" })).toBeVisible();
    expect(await faultsOfLayout(page)).toEqual([]);
    await page.goto(newsroom.path("/articles/add"));
    await expect(page.getByRole("heading", { name: "Add articles" })).toBeVisible();
    expect(await faultsOfLayout(page)).toEqual([]);
  });
});

test("on a phone, in the dark, the queue is decided by thumb and nothing is beyond the edge", async ({
  newsroom,
  as,
  installation,
  axe,
}) => {
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const reviewer = await newsroom.member("reviewer", "Lena Kask");
  const article = await newsroom.article({
    title: "A ferry that was not late after all, says Veldora",
    text: TEXT,
  });
  for (const quote of ["the night ferry had been late", "Ferry was late"])
    await makeAnnotation(installation.db, article, {
      author: annotator.ctx,
      quote,
      state: "submitted",
    });
  const desk = await as(annotator);
  await desk.emulateMedia({ colorScheme: "dark" });
  await openDesk(desk, newsroom.path(`/articles/${article.id}`));
  expect(await faultsOfLayout(desk)).toEqual([]);
  await axe(desk);
  await desk.getByRole("button", { name: /2 annotations/ }).tap();
  await axe(desk);
  expect(await smallTargets(desk)).toEqual([]);

  const queue = await as(reviewer);
  await queue.emulateMedia({ colorScheme: "dark" });
  await queue.goto(newsroom.path("/review"));
  expect(await smallTargets(queue)).toEqual([]);
  await queue.getByRole("button", { name: /^Reject/ }).tap();
  await queue.getByText("wrong boundary", { exact: false }).first().tap();
  await queue.getByRole("textbox", { name: "Comment for Tove Oakes" }).fill("One word less.");
  expect(await faultsOfLayout(queue)).toEqual([]);
  await axe(queue);
  await queue.getByRole("button", { name: /^Reject$/ }).tap();
  await queue.getByRole("button", { name: /^Approve/ }).tap();
  await expect(queue.getByText(/Nothing waits for your review/)).toBeVisible();
  expect(await smallTargets(queue)).toEqual([]);
  expect(await faultsOfLayout(queue)).toEqual([]);
  await axe(queue);
});

/** A headless browser feels a long press and selects nothing: this is what one with a screen does then. */
async function selectAsPhonesDo(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.evaluate(
    ([left, top]) => {
      const at = document.caretPositionFromPoint(left, top);
      if (!at) throw new Error("There are no words under the finger.");
      const selection = getSelection();
      selection?.collapse(at.offsetNode, at.offset);
      selection?.modify("move", "backward", "word");
      selection?.modify("extend", "forward", "word");
    },
    [x, y] as const,
  );
  await expect(page.getByRole("toolbar", { name: "Tag the selected words" })).toBeVisible();
}

/** Where words stand now, wherever the text has been scrolled to. They lie in one block. */
async function wordOnScreen(page: Page, words: string): Promise<{ x: number; y: number }> {
  return textOf(page).evaluate((text, sought) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.textContent?.indexOf(sought) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + sought.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error(`“${sought}” does not stand in the text.`);
  }, words);
}

/** What can be pressed and is lower than a finger, or narrower than 24 pixels; the handles are smaller. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, a, select, input, [data-handle]")]
      .filter((element) => element.checkVisibility() && !element.closest(".sr-only"))
      .flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const isSmall = width < 24 || height < (element.matches("[data-handle]") ? 24 : 44);
        return isSmall && width > 1
          ? [`${element.getAttribute("aria-label") ?? element.textContent}: ${width} by ${height}`]
          : [];
      }),
  );
}
