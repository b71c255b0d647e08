import { expect, type CDPSession, type Locator, type Page } from "@playwright/test";
import { atRest } from "./at-rest.ts";

/** One finger on the screen, as the browser's own input feels it: taps, long presses, drags. */
export type Finger = {
  tap(x: number, y: number): Promise<void>;
  /** Rests on a place until something has come of it. */
  pressLong(x: number, y: number, until: () => Promise<void>): Promise<void>;
  drag(from: Point, to: Point): Promise<void>;
};

type Point = { x: number; y: number };

export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  return {
    async tap(x, y) {
      await touch(session, "touchStart", { x, y });
      await touch(session, "touchEnd");
    },
    async pressLong(x, y, until) {
      await touch(session, "touchStart", { x, y });
      await until();
      await touch(session, "touchEnd");
    },
    async drag(from, to) {
      await touch(session, "touchStart", from);
      for (let step = 1; step <= STEPS; step++) {
        const share = step / STEPS;
        await touch(session, "touchMove", {
          x: from.x + (to.x - from.x) * share,
          y: from.y + (to.y - from.y) * share,
        });
      }
      await touch(session, "touchEnd");
    },
  };
}

/** The middle of something, or of a word in it. */
export async function middleOf(locator: Locator, word?: string): Promise<Point> {
  await locator.scrollIntoViewIfNeeded();
  await atRest(locator);
  const box =
    word === undefined
      ? await locator.boundingBox()
      : await locator.evaluate((element, sought) => {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.textContent?.indexOf(sought) ?? -1;
            if (at === -1) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + sought.length);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x, y, width, height };
          }
          return null;
        }, word);
  if (!box) throw new Error(`Nothing is to be touched at ${String(locator)}.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Waits until the browser's selection is these words. */
export async function expectSelected(page: Page, words: string | RegExp): Promise<void> {
  const selected = expect.poll(() => page.evaluate(() => String(getSelection())));
  await (typeof words === "string" ? selected.toBe(words) : selected.toMatch(words));
}

async function touch(
  session: CDPSession,
  type: "touchStart" | "touchMove" | "touchEnd",
  at?: Point,
): Promise<void> {
  await session.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
}

const STEPS = 8;
