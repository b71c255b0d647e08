import type { Page } from "@playwright/test";
import { atRest } from "#e2e/support/at-rest.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { press } from "#e2e/support/keyboard.ts";
import { cardOf, expectSaved, footOf, paintedWords, textOf } from "#e2e/support/screens/desk.ts";

/* Words of every script: what is seen to be selected is what the database holds, and no mark cuts a sign. */

/** A paragraph of each kind, and the words of it that a mouse takes. */
const PARAGRAPHS = [
  { of: "emoji", text: "The crew 👨‍👩‍👧‍👦 waved 🏴󠁧󠁢󠁳󠁣󠁴󠁿 and 🇺🇳 at the quay 👍🏽 twice.", drag: "🏴󠁧󠁢󠁳󠁣󠁴󠁿 and 🇺🇳" },
  {
    of: "Vietnamese, which comes decomposed and is kept composed",
    text: "Bộ trưởng nói phà đến đúng giờ vào buổi sáng.",
    drag: "phà đến",
  },
  {
    of: "Yoruba, whose accents stay signs of their own",
    text: "Ọ̀gá ọkọ̀ ojú omi sọ pé ọkọ̀ náà dé ní àkókò.",
    drag: "ọkọ̀ ojú omi",
  },
  { of: "Devanagari", text: "मंत्री ने कहा कि नौका समय पर पहुँची।", drag: "नौका समय" },
  { of: "Thai", text: "รัฐมนตรีกล่าวว่าเรือเฟอร์รี่มาถึงตรงเวลา", drag: "เรือเฟอร์รี่" },
  { of: "Chinese", text: "部长说渡轮准时到达，没有人抱怨。", drag: "渡轮准时到达" },
  {
    of: "Arabic, with Latin",
    text: "قالت الوزيرة إن عبارة Veldora وصلت في موعدها.",
    drag: "عبارة Veldora وصلت",
  },
  { of: "Hebrew, with points", text: "הַשָּׂר אמר שהמעבורת יצאה בזמן אתמול.", drag: "שהמעבורת יצאה" },
  {
    of: "letters beyond the first plane",
    text: "The sign read 𝐅𝐞𝐫𝐫𝐲 𝐥𝐚𝐭𝐞 in bold letters.",
    drag: "𝐅𝐞𝐫𝐫𝐲 𝐥𝐚𝐭𝐞",
  },
] as const;
const TEXT = ["Words of the world", ...PARAGRAPHS.map(({ text }) => text.normalize("NFD"))].join(
  "\n\n",
);

test("words of any script are marked by keys, moved at their edges, and stand as they were seen", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  test.slow();
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  const held = async () => {
    await expectSaved(page);
    const rows = await installation.db.segment.findMany({
      where: { annotation: { articleId: article.id } },
      orderBy: { start: "asc" },
    });
    return rows.map(({ start, end, exact }) => ({ start, end, exact }));
  };
  const seenByKeys: string[] = [];
  for (const [index, { of, text }] of PARAGRAPHS.entries()) {
    const isRightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text);
    const on = isRightToLeft ? "ArrowLeft" : "ArrowRight";
    await test.step(of, async () => {
      await textOf(page).focus();
      await press(page, "Control+Home");
      await press(page, "Control+ArrowDown", index + 1);
      // Two words, and two characters more.
      await press(page, `Shift+Control+${on}`, 2);
      await press(page, `Shift+${on}`, 2);
      const chosen = await paintedWords(page, /^onrecord-chosen$/);
      expect(chosen).toHaveLength(1);
      const kept = text.normalize("NFC");
      expect(kept.startsWith(chosen[0] ?? "?"), `“${chosen[0]}” begins “${kept}”`).toBe(true);
      await press(page, "c");
      await expect(cardOf(page, /^Claim, draft/).nth(index)).toBeVisible();
      // The end by a character and a word, the beginning by a character.
      for (const key of ["Alt+Minus", "Equal", "Alt+Equal", "Alt+Shift+Equal"]) {
        await press(page, key);
      }
      await expect(footOf(page)).toContainText("Now ‘");
      seenByKeys.push(...(await paintedWords(page, /^onrecord-focus-claim$/)));
      await press(page, "Escape", 2);
    });
  }
  const marked = await held();
  expect(marked.map(({ exact }) => exact)).toEqual(seenByKeys);
  for (const { start, end, exact } of marked) {
    expect([...article.text].slice(start, end).join("")).toBe(exact);
    expect(cutsASign(article.text, start) || cutsASign(article.text, end), exact).toBe(false);
  }
  await page.reload();
  await expectSaved(page);
  await expect
    .poll(async () => (await paintedWords(page, /^onrecord-claim/)).toSorted())
    .toEqual(seenByKeys.toSorted());
});

test("words of any script are marked with the mouse, and none is taken that was not seen", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  for (const [index, { of, drag }] of PARAGRAPHS.entries()) {
    await test.step(of, async () => {
      const words = drag.normalize("NFC");
      // Once more where the page moved under the hand.
      await expect(async () => {
        await dragOver(page, index + 1, words);
        await expect
          .poll(() => paintedWords(page, /^onrecord-chosen$/), { timeout: 2_000 })
          .toEqual([words]);
      }).toPass({ timeout: 12_000 });
      await press(page, "d");
      await expect(cardOf(page, /^Denial, draft/).nth(index)).toBeVisible();
      await press(page, "Escape");
    });
  }
  await expectSaved(page);
  const rows = await installation.db.segment.findMany({
    where: { annotation: { articleId: article.id } },
    orderBy: { start: "asc" },
  });
  expect(rows.map(({ exact }) => exact)).toEqual(
    PARAGRAPHS.map(({ drag }) => drag.normalize("NFC")),
  );
});

test("in text that reads from right to left, arrows, handles and cards keep to their side", async ({
  newsroom,
  deskOf,
}) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({
    text: ["العبارة تأخرت", PARAGRAPHS[6].text, PARAGRAPHS[7].text].join("\n\n"),
    title: "العبارة تأخرت",
  });
  const page = await deskOf(annotator, article);
  await textOf(page).focus();
  await press(page, "Control+Home");
  await press(page, "Control+ArrowDown");
  const caret = page.locator(".article-caret");
  const [first, ...later] = await placesOf(page, caret, ["ArrowLeft", "ArrowLeft", "ArrowLeft"]);
  for (const [index, place] of later.entries())
    expect(place).toBeLessThan([first, ...later][index] ?? 0);
  const [before, after] = await placesOf(page, caret, ["ArrowRight"]);
  expect(after).toBeGreaterThan(before ?? 0);
  await press(page, "Control+ArrowUp");
  await press(page, "Shift+Control+ArrowLeft", 2);
  await press(page, "c");
  await expectSaved(page);
  // The beginning is the handle on the right.
  const start = await page.locator("[data-handle=start]").boundingBox();
  const end = await page.locator("[data-handle=end]").boundingBox();
  expect(start?.x ?? 0).toBeGreaterThan(end?.x ?? 0);
  const words = cardOf(page, /^Claim/)
    .locator("xpath=..")
    .locator("[dir=auto]");
  await expect(words).toHaveCSS("direction", "rtl");
  // The number stands where every number stands, and the words do not touch it.
  const block = await textOf(page).locator("[data-block]").nth(1).boundingBox();
  expect((end?.x ?? 0) - (block?.x ?? 0)).toBeGreaterThan(40);
});

/** Where something stands from the left, at first and after each key. */
async function placesOf(
  page: Page,
  element: ReturnType<Page["locator"]>,
  keys: readonly string[],
): Promise<number[]> {
  const places = [(await element.boundingBox())?.x ?? Number.NaN];
  for (const key of keys) {
    await press(page, key);
    await expect.poll(async () => (await element.boundingBox())?.x).not.toBe(places.at(-1));
    places.push((await element.boundingBox())?.x ?? Number.NaN);
  }
  return places;
}

/** Whether a place, in code points, lies inside a sign that people see as one. */
function cutsASign(text: string, place: number): boolean {
  const offset = [...text].slice(0, place).join("").length;
  return (
    offset > 0 &&
    offset < text.length &&
    new Intl.Segmenter("en").segment(text).containing(offset)?.index !== offset
  );
}

/** Drag over words from where they begin to where they end, whichever way they read. */
async function dragOver(page: Page, block: number, words: string): Promise<void> {
  const paragraph = textOf(page).locator("[data-block]").nth(block);
  // What was selected in vain is let go, and what was beside it with it.
  await page.keyboard.press("Escape");
  await paragraph.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await atRest(paragraph);
  const { from, to } = await paragraph.evaluate((element, sought) => {
    const node = element.firstChild;
    const at = element.textContent?.indexOf(sought) ?? -1;
    if (!node || at === -1) throw new Error(`“${sought}” does not stand there.`);
    const edge = (offset: number, isEnd: boolean) => {
      const signs = [...new Intl.Segmenter("en").segment(node.textContent ?? "")];
      const sign = signs.find(({ index, segment }) =>
        isEnd ? index + segment.length === offset : index === offset,
      );
      const range = document.createRange();
      range.setStart(node, sign?.index ?? offset);
      range.setEnd(node, (sign?.index ?? offset) + (sign?.segment.length ?? 1));
      const box = range.getBoundingClientRect();
      const isLeftwards = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(sign?.segment ?? "");
      const x = isLeftwards === isEnd ? box.left + 1 : box.right - 1;
      return { x, y: box.top + box.height / 2 };
    };
    return { from: edge(at, false), to: edge(at + sought.length, true) };
  }, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}
