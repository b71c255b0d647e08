import { expect, test as base } from "#e2e/support/fixtures.ts";
import { holdFrames } from "#e2e/support/held-frames.ts";
import { cardByKeys, expectHeld, leave, press, refuseMouse } from "#e2e/support/keyboard.ts";
import { cardOf, openDesk } from "#e2e/support/screens/desk.ts";
import { makeAnnotation } from "#prisma/factories.ts";

/* Whatever opens by a key is left by a key, and the keyboard is where it was. */

const test = base.extend({
  /** A desk without a mouse, where the card of the one claim has the keyboard. */
  page: async ({ newsroom, installation, as }, use) => {
    const annotator = await newsroom.member("annotator");
    const article = await newsroom.article({
      text: "The ferry left at nine. The quay was empty.",
    });
    await makeAnnotation(installation.db, article, {
      author: annotator.ctx,
      quote: "The quay was empty",
    });
    const page = await as(annotator);
    const refused = await refuseMouse(page);
    await openDesk(page, newsroom.path(`/articles/${article.id}`));
    await cardByKeys(page, /^Claim/);
    await use(page);
    expect(refused).toEqual([]);
  },
});

test("windows and panels hold the keyboard while they are open, and give it back", async ({
  page,
}) => {
  for (const [key, name] of WINDOWS) {
    await press(page, key);
    const opened = page.getByRole(
      key === "Shift+F" || key === "Shift+S" ? "alertdialog" : "dialog",
      { name },
    );
    await expect(opened).toBeVisible();
    await expectHeld(page);
    await leave(page, opened);
    await expect(cardOf(page, /^Claim/), `after ${key}`).toBeFocused();
  }
  for (const [key, name] of PANELS) {
    await press(page, key);
    const opened = page.getByRole("region", { name });
    await expect(opened).toBeFocused();
    await leave(page, opened);
    await expect(cardOf(page, /^Claim/), `after ${key}`).toBeFocused();
  }
});

test("keys that come faster than the frames do not lead out of a window", async ({ page }) => {
  for (const [key, role] of [
    ["h", "dialog"],
    ["Shift+F", "alertdialog"],
  ] as const) {
    const opened = page.getByRole(role);
    await test.step(`a Tab before the window of ${key} has the keyboard`, async () => {
      const letGo = await holdFrames(page);
      await press(page, key);
      await press(page, "Shift+Tab");
      await letGo();
      await expect(opened.locator(":focus")).toHaveCount(1);
    });
    await test.step("more of them than frames", async () => {
      const letGo = await holdFrames(page);
      await expectHeld(page);
      await letGo();
      await expect(opened.locator(":focus")).toHaveCount(1);
    });
    await leave(page, opened);
    await expect(cardOf(page, /^Claim/), `after ${key}`).toBeFocused();
  }
});

/** Windows that a key opens over the desk, and panels that one opens beside it. */
const WINDOWS: readonly (readonly [key: string, name: string | RegExp])[] = [
  ["?", "Keys"],
  ["Control+k", "Commands"],
  ["l", "Link"],
  ["h", "History"],
  ["u", "A doubt"],
  ["Shift+F", /Finish/],
];
const PANELS: readonly (readonly [key: string, name: string])[] = [
  ["g", "Guidelines beside the text"],
  ["e", "Evidence beside the text"],
  ["Shift+P", "Marks by paragraph beside the text"],
];
