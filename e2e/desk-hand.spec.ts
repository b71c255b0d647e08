import type { Page } from "@playwright/test";
import { cheapestSelection } from "#e2e/support/cheapest-keys.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { cardOf, expectSaved, footOf, textOf } from "#e2e/support/screens/desk.ts";
import { makeAnnotation } from "#prisma/factories.ts";
import { offsetMap } from "#lib/text/offsets.ts";

/* Speed of hand: filters, steps, chains, names, the time at work. */

const TEXT = [
  "Ferry was late again",
  "The harbour office denied that the night ferry had been late.",
  "“We left on time,” said Ansa Kreel, who runs the ferry. “Nobody complained.”",
].join("\n\n");

test("marks are filtered and stepped through by tag, state and author, by keys alone", async ({
  newsroom,
  deskOf,
  installation: { db },
  axe,
}) => {
  const tove = await newsroom.member("annotator", "Tove Oakes");
  const milan = await newsroom.member("annotator", "Milan Ferro");
  const article = await newsroom.article({ text: TEXT });
  const by = { author: tove.ctx };
  await makeAnnotation(db, article, { ...by, quote: "the night ferry had been late" });
  await makeAnnotation(db, article, { ...by, tag: "denial", quote: "We left on time" });
  await makeAnnotation(db, article, { ...by, quote: "Nobody complained", state: "submitted" });
  const theirs = { author: milan.ctx, tag: "denial", quote: "Nobody complained" } as const;
  await makeAnnotation(db, article, theirs);
  const page = await deskOf(tove, article);
  await textOf(page).focus();
  await press(page, "j", "Shift+J");
  await expect(cardOf(page, /^Claim, submitted: ‘Nobody complained/)).toBeFocused();
  await press(page, "Shift+K");
  await expect(cardOf(page, /^Claim, draft: ‘the night ferry/)).toBeFocused();
  await press(page, "y");
  await expect(cardOf(page, /^Denial, draft: ‘We left/)).toBeFocused();
  await press(page, "Shift+Y");
  await expect(cardOf(page, /^Claim, draft: ‘the night ferry/)).toBeFocused();

  await press(page, "Shift+C");
  await expect(footOf(page)).toContainText("Claims hidden: 2 of 4 shown");
  await press(page, "Shift+C", "Shift+B", "Shift+B");
  await expect(footOf(page)).toContainText("Only Milan Ferro: 1 of 4 shown");
  await expect(cardOf(page, /by Milan Ferro$/)).toBeVisible();
  await expect(cardOf(page, /^Claim/)).toHaveCount(0);
  await press(page, "Shift+O", "Shift+T", "Shift+T");
  await expect(footOf(page)).toContainText("Only submitted: 1 of 4 shown");
  await axe(page);

  // The last tag once more, where the caret goes from mark to mark.
  await textOf(page).focus();
  await press(page, "Control+Home", "Shift+Control+ArrowRight", "c", "Escape");
  await press(page, "p", "p", "p", "o", "Shift+Control+ArrowRight", "r");
  await expect(footOf(page)).toContainText("Claim marked");
  // What is made is seen, whatever the filter hid.
  await expect(page.getByRole("list", { name: "Annotations, 6" })).toBeVisible();
  await expectSaved(page);
});

test("of an outlet, a spokesman and a minister each says the next, and nobody draws a link", async ({
  newsroom,
  deskOf,
  installation: { db },
}) => {
  const tove = await newsroom.member("annotator");
  const text =
    "Quay\n\nThe Courier reported that a spokesman said that the minister denied that ships had called.";
  const article = await newsroom.article({ text });
  const page = await deskOf(tove, article);
  const map = offsetMap(text);
  const blocks = article.blocks.map(({ start, end }) => ({
    start: map.toUtf16(start),
    end: map.toUtf16(end),
  }));
  await textOf(page).focus();
  await press(page, "Control+Home", "Control+ArrowDown");
  let caret = map.toUtf16(6);
  let presses = 0;
  async function give(words: string, key: string): Promise<void> {
    const start = text.indexOf(words);
    const target = { start: map.toUtf16(start), end: map.toUtf16(start + words.length) };
    const way = cheapestSelection(text, blocks, caret, target);
    await press(page, ...way.keys, key);
    caret = way.caret;
    presses += way.keys.length + 1;
  }
  await give("The Courier", "s");
  await give("reported", "q");
  await give("a spokesman said that the minister denied that ships had called", "x");
  await press(page, "Enter");
  await give("a spokesman", "s");
  await give("said", "q");
  await give("the minister denied that ships had called", "x");
  await press(page, "Enter");
  await give("the minister", "s");
  await give("denied", "q");
  await give("ships had called", "x");
  await press(page, "d", "Enter");
  await expectSaved(page);
  const links = await db.link.findMany({
    where: { from: { articleId: article.id } },
    include: { from: { include: { segments: true } }, to: true },
  });
  const sourceOf = (from: (typeof links)[number]["from"]) =>
    from.segments.find(({ role }) => role === "source")?.exact;
  // Sent side by side, they arrive in any order.
  const drawn = links.map(({ type, from, to }) => [sourceOf(from), type, to.tag].join(" "));
  expect(drawn.toSorted()).toEqual([
    "The Courier attributes attribution",
    "a spokesman attributes attribution",
    "the minister attributes denial",
  ]);
  expect(presses + 4).toBeLessThan(50);
});

test("a name is proposed again; a piece and a link go by a key, and undo says what it brings back", async ({
  newsroom,
  deskOf,
  installation: { db },
}) => {
  const tove = await newsroom.member("annotator");
  const other = await newsroom.article({ text: "He left." });
  const article = await newsroom.article({ text: TEXT });
  const by = { author: tove.ctx, tag: "attribution" } as const;
  await makeAnnotation(db, other, { ...by, quote: "left", attributes: { who: "Tomas Brekk" } });
  const segments = [{ quote: "“We left on time,”" }, { quote: "“Nobody complained.”" }];
  const { id } = await makeAnnotation(db, article, { ...by, segments });
  const page = await deskOf(tove, article);
  await textOf(page).focus();
  // Two fingers roll over the keys: the card comes into focus after the field, and leaves it alone.
  await Promise.all([page.keyboard.press("j"), page.keyboard.press("w")]);
  const who = page.getByLabel("Who is meant");
  await expect(who).toBeFocused();
  await expect(page.locator("datalist option")).toHaveText(["Tomas Brekk"]);
  await who.fill("Ansa Kreel");
  await press(page, "Enter");
  await expect(page.getByRole("button", { name: /^Undo: who is meant of the attr/ })).toBeVisible();

  await textOf(page).focus();
  await press(page, "Control+Home", "Control+ArrowDown", "Control+ArrowDown", "Shift+X");
  await expect(footOf(page)).toContainText("No longer content: ‘“We left on time,”’");
  await press(page, "Shift+BracketRight", "c");
  await expectSaved(page);
  const pieces = { where: { annotationId: id } };
  expect(await db.segment.count(pieces)).toBe(1);
  await press(page, "Control+z", "Control+z");
  await expect(footOf(page)).toContainText("Undone: taking a piece of the attribution");
  await expectSaved(page);
  expect(await db.segment.count(pieces)).toBe(2);
});

test("time at work counts while something stands beside the text, and is told when one says so", async ({
  newsroom,
  deskOf,
  installation: { db },
}) => {
  const tove = await newsroom.member("annotator", "Tove Oakes");
  const milan = await newsroom.member("annotator", "Milan Ferro");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(tove, article);
  await press(page, "g");
  await expect(page.getByRole("region", { name: "Guidelines beside the text" })).toBeVisible();
  const seconds = async () =>
    (await db.activeTime.aggregate({ where: { articleId: article.id }, _sum: { seconds: true } }))
      ._sum.seconds ?? 0;
  await expect(async () => {
    await page.mouse.move(300 + Math.random() * 50, 300);
    // Whoever looks away for a moment reports what there is.
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      Reflect.deleteProperty(document, "visibilityState");
    });
    expect(await seconds()).toBeGreaterThan(0);
  }).toPass();
  await press(page, "g");
  const times = page.locator("[data-active-time]");
  await expect(times).toContainText("Your time: under a minute");
  await times.getByRole("checkbox", { name: "Others see my times" }).click();
  await expect(footOf(page)).toContainText("Members of your projects see your times");
  const his = await deskOf(milan, article);
  await expect(his.locator("[data-active-time]")).toContainText("Tove Oakes: under a minute");
});

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
