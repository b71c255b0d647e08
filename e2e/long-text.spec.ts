import { expect, test } from "#e2e/support/fixtures.ts";
import { press } from "#e2e/support/keyboard.ts";
import { cardOf, expectBeside, paintedWords, textOf } from "#e2e/support/screens/desk.ts";
import { makeAnnotation } from "#prisma/factories.ts";

/* A text of many screens: marks are painted where the reader is, and on paper everywhere. */

const PARAGRAPHS = 240;
const MARKED_EVERY = 6;

test("marks are painted wherever one comes to in a long text, at once, and all of them on paper", async ({
  newsroom,
  deskOf,
  installation: { db },
}) => {
  const author = await newsroom.member("annotator");
  const text = Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(at)).join("\n\n");
  const article = await newsroom.article({ text });
  const marked = Array.from({ length: PARAGRAPHS / MARKED_EVERY }, (_, at) => at * MARKED_EVERY);
  for (const at of marked)
    await makeAnnotation(db, article, { author: author.ctx, quote: crates(at) });
  const page = await deskOf(author, article);
  const first = crates(0);
  const last = crates(marked.at(-1) ?? 0);
  const painted = () => paintedWords(page, /^onrecord-claim/);

  await expect.poll(painted).toContain(first);
  expect(await painted()).not.toContain(last);
  // In the very frame that shows the end, and not in one behind it.
  const shown = await textOf(page).evaluate(async (pane) => {
    const scroller = pane.closest("[data-scroller]");
    scroller?.scrollTo(0, scroller.scrollHeight);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return [...CSS.highlights].flatMap(([name, ranges]) =>
      name.startsWith("onrecord-claim")
        ? [...ranges].map(({ startContainer }) => startContainer.textContent ?? "")
        : [],
    );
  });
  expect(shown.some((words) => words.includes(last))).toBe(true);
  await expect.poll(painted).not.toContain(first);
  await expectBeside(page, cardOf(page, new RegExp(`^Claim, draft: ‘${last}’`)), last);

  // A filter, and a step to the first one, act also on what is out of view.
  await press(page, "Shift+C");
  await expect.poll(painted).toEqual([]);
  await press(page, "Shift+C");
  await textOf(page).focus();
  await press(page, "Control+Home", 1);
  await press(page, "j");
  await expectBeside(page, cardOf(page, new RegExp(`^Claim, draft: ‘${first}’`)), first);
  expect(await painted()).toContain(first);

  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  expect(new Set(await painted())).toEqual(new Set(marked.map(crates)));
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(await painted()).not.toContain(last);
});

function paragraph(at: number): string {
  return `The harbour of Osk is quiet in week ${at}. The auditor counted ${crates(at)} by the quay, and wrote them down twice, since nobody believes the first list. Rain fell on the lock and on the ferry.`;
}

function crates(at: number): string {
  return `${1_000 + at} crates`;
}
