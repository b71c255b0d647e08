import { expect, type Locator, type Page } from "@playwright/test";

/** Open an article's desk, and wait until its text is there and marks can be made. */
export async function openDesk(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(textOf(page)).toBeVisible();
  await expectSaved(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** The text of the article. */
export function textOf(page: Page): Locator {
  return page.getByRole("textbox", { name: /^The text of/ });
}

/**
 * Select words of the text with the mouse, from their first character to their last; once more when
 * the page moved under the hand. `within` names the sentence where the words stand more than once.
 */
export async function selectWords(page: Page, quote: string, within = quote): Promise<void> {
  const palette = page.getByRole("toolbar", { name: "Tag the selected words" });
  await expect(async () => {
    const { from, to } = await placeOf(page, quote, within);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await expect(palette).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
}

/** The card of an annotation: its name says tag, state, words and paragraph. */
export function cardOf(page: Page, name: RegExp): Locator {
  return page
    .getByRole("complementary", { name: "Annotations" })
    .getByRole("button", { name })
    .and(page.locator("[data-card-button]"));
}

/** The card stands at the height of the words, to a line. */
export async function expectBeside(page: Page, card: Locator, quote: string): Promise<void> {
  await expect(async () => {
    const { from } = await placeOf(page, quote, quote);
    const box = await card.boundingBox();
    expect(Math.abs((box?.y ?? 0) - from.y)).toBeLessThan(32);
  }).toPass({ timeout: 10_000 });
}

/** The foot: how safe the work is, and what has just happened. */
export function footOf(page: Page): Locator {
  return page.getByRole("region", { name: "Status" });
}

/** The foot says that the server has everything. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(footOf(page)).toContainText("All saved");
}

/** Tells the page that its network is back. It would try again by itself, a little later. */
export async function lineIsBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
}

/** What is painted, as the words under each of the browser's highlights of that name. */
export async function paintedWords(page: Page, name: RegExp): Promise<string[]> {
  return page.evaluate(
    ({ source }) => {
      const pattern = new RegExp(source);
      return [...CSS.highlights]
        .filter(([key]) => pattern.test(key))
        .flatMap(([, highlight]) =>
          [...highlight].map((each) => {
            const range = document.createRange();
            range.setStart(each.startContainer, each.startOffset);
            range.setEnd(each.endContainer, each.endOffset);
            return range.toString();
          }),
        );
    },
    { source: name.source },
  );
}

type Point = { x: number; y: number };

/** Where words stand on the screen, once they are scrolled into view. They lie in one block. */
async function placeOf(
  page: Page,
  quote: string,
  within: string,
): Promise<{ from: Point; to: Point }> {
  return textOf(page).evaluate(
    (pane, { words, around }) => {
      const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; start: number }[] = [];
      let text = "";
      while (walker.nextNode()) {
        nodes.push({ node: walker.currentNode, start: text.length });
        text += walker.currentNode.textContent ?? "";
      }
      const sentence = text.indexOf(around);
      const at = text.indexOf(words, sentence);
      if (sentence === -1 || at === -1) throw new Error(`“${words}” does not stand in the text.`);
      const pointIn = (offset: number) => {
        const found = nodes.findLast(({ start }) => start <= offset);
        if (!found) throw new Error("The text is empty.");
        const range = document.createRange();
        range.setStart(found.node, offset - found.start);
        range.setEnd(found.node, offset - found.start + 1);
        return range;
      };
      const first = pointIn(at);
      first.startContainer.parentElement?.scrollIntoView({ block: "center" });
      const left = first.getBoundingClientRect();
      const right = pointIn(at + words.length - 1).getBoundingClientRect();
      return {
        from: { x: left.left + 1, y: left.top + left.height / 2 },
        to: { x: right.right - 1, y: right.top + right.height / 2 },
      };
    },
    { words: quote, around: within },
  );
}
