import type { Page } from "@playwright/test";
import { atRest } from "#e2e/support/at-rest.ts";
import { makeBusyProject } from "#e2e/support/busy-project.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { press } from "#e2e/support/keyboard.ts";
import { expectLies, looksRight } from "#e2e/support/looks-right.ts";
import { cardOf, openDesk, textOf } from "#e2e/support/screens/desk.ts";
import { makeAnnotation } from "#prisma/factories.ts";

/* The desk on small screens, with large text, on paper, and in the reader's own colours. */

test("the desk fits a phone, large text and a window of 320 pixels, and its colours are the reader's", async ({
  newsroom,
  as,
  installation,
}) => {
  test.slow();
  const { people, article } = await makeBusyProject(newsroom, installation);
  await makeAnnotation(installation.db, article, {
    author: people.annotator.ctx,
    tag: "attribution",
    segments: [
      { role: "source", quote: "a spokesman of the harbour office" },
      { role: "cue", quote: "told" },
      { role: "content", quote: "“We have never kept a ferry back,”" },
    ],
  });
  const page = await as(people.annotator);
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  const moved = await movesOf(page);
  for (const [name, size] of SIZES) {
    await test.step(name, async () => {
      await page.setViewportSize(size);
      await expect(textOf(page)).toBeVisible();
      await expectLies(page, name);
      expect(await moved(), "nothing is on its way to its place").toEqual([]);
      const look = size === PHONE ? looksRight : expectLies;
      const all = page.getByRole("button", { name: /^\d+ annotations$/ });
      if (await all.isVisible()) {
        await all.click();
        await look(page, `${name}, the list`, { within: SHEET });
        await page.locator("[data-card-button]").first().click();
        await expect(page.getByRole("region", { name: "Annotation", exact: true })).toBeVisible();
        await look(page, `${name}, an annotation`, { within: SHEET });
        await page.getByRole("button", { name: "Close" }).click();
        await page.getByRole("button", { name: "Marks and article" }).click();
        await look(page, `${name}, marks and article`, { within: DIALOG });
        await press(page, "Escape");
        if (await page.getByRole("dialog").isVisible()) await press(page, "Escape");
        await press(page, "g");
        await look(page, `${name}, guidelines`, { within: "[data-panel]" });
        await press(page, "Escape");
      }
    });
  }
  await page.setViewportSize(WIDE);
  await test.step("text with more room between its letters and lines", async () => {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
      );
      document.adoptedStyleSheets = [sheet];
    });
    await cardOf(page, /^Claim, draft/).press("Enter");
    await expect(cardOf(page, /^Claim, draft/)).toHaveAttribute("aria-current", "true");
    // The cards below make room for the one that has opened.
    await atRest(cardOf(page, /./).last());
    await expectLies(page, "text spacing");
    await page.evaluate(() => (document.adoptedStyleSheets = []));
  });
  await test.step("on paper the text has its marks, and says them below", async () => {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    const printed = page.getByRole("region", { name: "Marks", exact: true });
    await expect(printed.getByRole("listitem")).toHaveCount(7);
    await expect(printed).toContainText("Denial, paragraph 2: We have never kept a ferry back");
    await expect(page.locator("header, [data-panel], [data-minimap]").first()).toBeHidden();
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await expect(printed).toHaveCount(0);
    await page.emulateMedia({ media: null });
  });
  await test.step("more contrast, less motion, forced colours", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, contrast: "more" });
      await looksRight(page, `more contrast, ${colorScheme}`, { only: colorScheme });
      const ink = await textOf(page).evaluate((each) => getComputedStyle(each).color);
      expect(ink).toBe(colorScheme === "light" ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)");
    }
    await page.emulateMedia({ contrast: "no-preference", reducedMotion: "reduce" });
    await textOf(page).focus();
    await expect(page.locator(".article-caret")).toHaveCSS("animation-name", "none");
    await page.emulateMedia({ forcedColors: "active" });
    await expectLies(page, "forced colours");
    expect(await linesOfTags(page)).toEqual(["solid", "double", "dotted"]);
  });
});

test("a long name hides no count, and in a low window the marks open at their beginning", async ({
  newsroom,
  installation,
  as,
}) => {
  const ana = await newsroom.member("annotator", "Ana-Maria Kestrel-Lindqvist van der Osk");
  const ben = await newsroom.member("annotator", "Ben Orlo");
  const article = await newsroom.article();
  for (const [{ ctx: author }, quote] of [
    [ana, article.text.slice(0, 12)],
    [ben, article.text.slice(0, 20)],
  ] as const) {
    await makeAnnotation(installation.db, article, { author, quote });
  }
  const page = await as(ben);
  await page.setViewportSize(WIDE);
  await openDesk(page, newsroom.path(`/articles/${article.id}`));
  const column = page.getByRole("complementary", { name: "Marks and article" });
  await expect(column.getByRole("button", { name: /^Ana-Maria Kestrel/ })).toBeVisible();
  const beyond = await column.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(beyond, "pixels that lie beyond the column").toBe(0);
  await expect(column.getByRole("checkbox", { name: "Others see my times" })).toBeVisible();

  await page.setViewportSize({ width: 720, height: 470 });
  await page.getByRole("button", { name: "Marks and article" }).click();
  const dialog = page.getByRole("dialog", { name: "Marks and article" });
  const claims = page.getByRole("button", { name: /^Claims/ });
  // The keyboard is where one begins to read, and not in the field at the foot, which scrolls there.
  await expect(dialog.locator(":focus").filter({ has: claims })).toHaveCount(1);
  await expect(claims).toBeInViewport();
});

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 940 };
/** A phone, a window of 1440 pixels at 200 % and one of 1280 by 1024 at 400 %. */
const SIZES = [
  ["a phone", PHONE],
  ["zoomed to 200 %", { width: 720, height: 470 }],
  ["zoomed to 400 %", { width: 320, height: 256 }],
] as const;
const SHEET = "section[aria-label^=Annotation]";
const DIALOG = ":is([role=dialog], [role=alertdialog])[data-open]";

/** Watches for what takes time to change, though less motion is asked for: which properties of what. */
async function movesOf(page: Page): Promise<() => Promise<string[]>> {
  const moved = await page.evaluateHandle(() => {
    const list: string[] = [];
    document.addEventListener("transitionrun", ({ target, propertyName }) =>
      list.push(`${propertyName} of ${target instanceof Element ? target.tagName : "the page"}`),
    );
    return list;
  });
  return () => moved.evaluate((list) => list);
}

/** How the lines of the three tags are drawn where colours are forced: as they are, not as a selection. */
async function linesOfTags(page: Page): Promise<string[]> {
  return textOf(page).evaluate((text) => {
    const block = text.querySelector("[data-block]");
    if (!block || getComputedStyle(text).forcedColorAdjust !== "none") return [];
    return ["claim", "denial", "attribution"].map(
      (tag) => getComputedStyle(block, `::highlight(onrecord-${tag}-0)`).textDecorationStyle,
    );
  });
}
