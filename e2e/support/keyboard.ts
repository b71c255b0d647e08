import { expect, type Locator, type Page } from "@playwright/test";
import { cardOf, textOf } from "./screens/desk.ts";

/**
 * Refuses the mouse and the finger on every page that this one goes to: what they would do is stopped,
 * and told in the list that this gives. A journey without a mouse ends with that list empty.
 */
export async function refuseMouse(page: Page): Promise<readonly string[]> {
  const refused: string[] = [];
  await page.exposeFunction("refuseMouse", (what: string) => refused.push(what));
  await page.addInitScript(() => {
    const tell = (window as Window & { refuseMouse?: (what: string) => void }).refuseMouse;
    for (const type of ["pointerdown", "mousedown", "touchstart", "dblclick", "contextmenu"]) {
      window.addEventListener(
        type,
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          tell?.(`${type} on ${String(event.target)}`);
        },
        { capture: true, passive: false },
      );
    }
  });
  return refused;
}

/** Press a key so many times. */
export async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

/** The caret at the start of a block of the text; the headline is block 0. */
export async function toBlock(page: Page, index: number): Promise<void> {
  await textOf(page).focus();
  await press(page, "Control+Home");
  await press(page, "Control+ArrowDown", index);
}

/**
 * Go to something by Tab alone (or Shift+Tab), and see that every stop on the way shows the focus.
 * Fails when it is not reached in sixty steps: then it cannot be, or the keyboard is held somewhere.
 */
export async function tabTo(page: Page, to: Locator, key = "Tab"): Promise<void> {
  await expect(to.first()).toBeVisible();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press(key);
    // Behind the last thing on a page stands the browser itself, and then the first again.
    if (await page.evaluate(() => document.activeElement === document.body)) continue;
    await expectFocusSeen(page);
    if (await isFocused(to)) return;
  }
  throw new Error(`Sixty times ${key} do not lead to ${String(to)}.`);
}

/** Whatever has the keyboard can be seen: it is in view, nothing covers it, and something marks it. */
export async function expectFocusSeen(page: Page): Promise<void> {
  await expect(async () => expect(await page.evaluate(faultOfFocus)).toBeNull()).toPass({
    timeout: 3_000,
  });
}

/** Why the focus cannot be seen, in a sentence; null where it can. */
function faultOfFocus(): string | null {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement)
    return "Nothing has the keyboard.";
  const name = `${element.tagName} “${element.getAttribute("aria-label") ?? element.textContent?.slice(0, 40)}”`;
  const box = element.getBoundingClientRect();
  const left = Math.max(0, box.left);
  const right = Math.min(innerWidth, box.right);
  const top = Math.max(0, box.top);
  const bottom = Math.min(innerHeight, box.bottom);
  if (right - left < 1 || bottom - top < 1) return `${name} has the keyboard out of view.`;
  const isOnTop = [0.1, 0.5, 0.9].some((share) => {
    const found = document.elementFromPoint(
      left + (right - left) * 0.5,
      top + (bottom - top) * share,
    );
    return found !== null && (element.contains(found) || found.contains(element) || isLabel(found));
  });
  if (!isOnTop) return `${name} has the keyboard under something else.`;
  const marked = [element, ...ancestors(element, 4), ...element.children];
  if (marked.some(isMarked)) return null;
  // A caret shows where the keyboard is in a text, and a dialog that has just opened shows itself.
  if (element.closest("[role=textbox], [role=dialog], [data-panel], main, h1")) return null;
  return `${name} has the keyboard and nothing shows it.`;

  function isMarked(each: Element): boolean {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (
      (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) ||
      (each !== document.body &&
        /rgb|oklab|color/u.test(boxShadow.replaceAll("rgba(0, 0, 0, 0)", "")))
    );
  }
  function ancestors(of: Element, count: number): Element[] {
    const parent = of.parentElement;
    return parent && count > 0 ? [parent, ...ancestors(parent, count - 1)] : [];
  }
  function isLabel(found: Element): boolean {
    return found.closest("label")?.contains(element) ?? false;
  }
}

async function isFocused(locator: Locator): Promise<boolean> {
  const found = await locator.all();
  for (const each of found)
    if (await each.evaluate((element) => element === document.activeElement)) return true;
  return false;
}

/**
 * A window holds the keyboard while it is open: it goes round in it. Between its last thing and its
 * first may stand the browser itself, and nothing of the page.
 */
export async function expectHeld(page: Page): Promise<void> {
  await expectFocusSeen(page);
  for (let step = 0; step < 4; step++) {
    await press(page, "Shift+Tab");
    const outside = page.locator(
      ":focus:not(body, [data-base-ui-focus-guard], [role=dialog], [role=dialog] *, [role=alertdialog], [role=alertdialog] *)",
    );
    await expect(outside, "what has the keyboard is in the window").toHaveCount(0);
  }
}

/** From wherever the keyboard is to a card, by the text and K and J. */
export async function cardByKeys(page: Page, name: RegExp): Promise<void> {
  const card = cardOf(page, name);
  for (const key of ["k", "k", "k", "k", "j", "j", "j"]) {
    if (await card.evaluate((element) => element === document.activeElement)) return;
    await press(page, key);
    await expect(
      page.locator("[data-card-button]:focus, [data-card-button][aria-current=true]"),
    ).toHaveCount(1);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
  await expect(card).toBeFocused();
}

/** What a step of the caret says: the words that it has come to, last. */
export async function expectWords(page: Page, key: string, words: string): Promise<void> {
  await press(page, key);
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  await expectHeard(page, new RegExp(`${escaped}[^“]*$`, "u"));
}

/** What was heard last of the caret’s steps. */
export async function expectHeard(page: Page, said: string | RegExp): Promise<void> {
  await expect(page.locator("[data-heard]")).toHaveText(said);
}

/** Leave a window or a panel by Escape; the first may only take away a hint, or lead out of a field. */
export async function leave(page: Page, opened: Locator): Promise<void> {
  await press(page, "Escape");
  const isGone = await opened.waitFor({ state: "hidden", timeout: 1_500 }).then(
    () => true,
    () => false,
  );
  if (!isGone) await press(page, "Escape");
  await expect(opened).toBeHidden();
}
