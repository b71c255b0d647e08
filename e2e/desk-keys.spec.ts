import { expect, test } from "#e2e/support/fixtures.ts";
import { press, toBlock } from "#e2e/support/keyboard.ts";
import { marksKept } from "#e2e/support/marks-kept.ts";
import { cardOf, expectSaved, footOf, textOf } from "#e2e/support/screens/desk.ts";
import { approveAnnotation } from "#lib/review/approve-annotation.ts";
import { submitAnnotation } from "#lib/annotations/submit-annotation.ts";

/* Journeys without a mouse: whatever is done here is done by keys alone. */

const TEXT = [
  "Ferry was late again",
  "The harbour office denied that the night ferry had been late.",
  "“We left on time,” said Ansa Kreel, who runs the ferry. “Nobody complained.”",
  "قالت الوزيرة إن العبارة وصلت في موعدها.",
].join("\n\n");

test("an attribution, its denial and their link are made, changed, undone and redone across a reload", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await toBlock(page, 1);
  await press(page, "Shift+Control+ArrowRight", 3);
  await press(page, "s");
  await press(page, "Enter");
  await expect(footOf(page)).toContainText("It has no content yet");
  await press(page, "Control+ArrowRight", 2);
  await press(page, "Shift+Quote");
  await press(page, "x");
  await press(page, "Control+ArrowLeft", 7);
  await press(page, "Shift+Control+ArrowLeft");
  await press(page, "q");
  await press(page, "Digit3");
  await press(page, "d");
  await press(page, "Digit1");
  await press(page, "Enter");
  await expectSaved(page);
  const made = [
    {
      tag: "attribution",
      words: ["The harbour office", "denied", "the night ferry had been late"],
    },
    { tag: "denial", words: ["denied that the night ferry had been late"] },
  ];
  expect(await marksKept(installation, article.id)).toEqual(made);
  const attribution = await installation.db.annotation.findFirstOrThrow({
    where: { articleId: article.id, tag: "attribution" },
  });
  expect(attribution.attributes).toEqual({
    manner: "indirect",
    sourceType: "organisation",
    commitment: "denies",
  });
  expect(await installation.db.link.count({ where: { fromId: attribution.id } })).toBe(1);

  await page.reload();
  await expectSaved(page);
  await textOf(page).focus();
  // The form, then the denial with its link and what it says of the attribution, all at once.
  await press(page, "Control+z", 2);
  await expect(footOf(page)).toContainText("Undone: marking what is attributed as a denial");
  await expectSaved(page);
  expect(await marksKept(installation, article.id)).toEqual(made.slice(0, 1));
  expect(await installation.db.link.count({ where: { fromId: attribution.id } })).toBe(0);
  await page.reload();
  await expectSaved(page);
  await textOf(page).focus();
  await press(page, "Control+Shift+z", 2);
  await expect(footOf(page)).toContainText("Done again: form of the denial");
  await expectSaved(page);
  expect(await marksKept(installation, article.id)).toEqual(made);
  const again = await installation.db.annotation.findFirstOrThrow({
    where: { articleId: article.id, tag: "denial" },
  });
  expect(again.attributes).toEqual({ form: "flat" });
});

test("a quotation broken by its cue is two pieces of one attribution, and its part that is missing is none", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await toBlock(page, 2);
  await press(page, "Shift+BracketRight");
  await press(page, "a");
  await press(page, "BracketRight");
  await press(page, "Shift+BracketRight");
  await press(page, "x");
  await press(page, "Enter");
  await expect(footOf(page)).toContainText("It has no source yet");
  await press(page, "n", 2);
  await expect(footOf(page)).toContainText("Attribution closed");
  await expectSaved(page);
  const row = await installation.db.annotation.findFirstOrThrow({
    where: { articleId: article.id },
    include: { segments: { orderBy: { start: "asc" } } },
  });
  expect(row.segments.map(({ exact }) => exact)).toEqual([
    "“We left on time,”",
    "“Nobody complained.”",
  ]);
  expect(row.absent).toEqual(["source", "cue"]);
  expect(row.attributes).toEqual({ manner: "direct" });
});

test("undo leaves alone what a reviewer has decided since", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const annotator = await newsroom.member("annotator");
  const reviewer = await newsroom.member("reviewer");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await toBlock(page, 1);
  await press(page, "Shift+Quote");
  await press(page, "c");
  await expectSaved(page);
  const { id } = await installation.db.annotation.findFirstOrThrow({
    where: { articleId: article.id },
  });
  await submitAnnotation(annotator.ctx, id, null);
  await approveAnnotation(reviewer.ctx, id, {}, null);
  await page.reload();
  await expectSaved(page);
  await textOf(page).focus();
  await press(page, "Control+z");
  await expect(footOf(page)).toContainText("has been changed since");
  const { state } = await installation.db.annotation.findUniqueOrThrow({ where: { id } });
  expect(state).toBe("approved");
});

test("keys are changed, found by their words, and the same on another machine, also after days offline", async ({
  newsroom,
  deskOf,
  installation,
  axe,
  expectErrors,
}) => {
  expectErrors(/Failed to load resource|ERR_INTERNET_DISCONNECTED/);
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await textOf(page).focus();
  await press(page, "?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await axe(page);
  await keys.getByRole("button", { name: /^Change the key for: Claim/ }).press("Enter");
  await press(page, "Alt+c");
  await expect(keys.getByRole("status")).toHaveText("Changed.");
  await keys.getByRole("button", { name: "Change the key for: On by a clause" }).press("Enter");
  await press(page, "c");
  await expect(keys.getByRole("status")).toHaveText("Changed.");
  await press(page, "Escape");
  const keysOf = async () =>
    (await installation.db.user.findUniqueOrThrow({ where: { id: annotator.user.id } })).settings;
  const kept = { claim: "Alt+C", "caret-clause-on": "KeyC" };
  await expect.poll(keysOf).toMatchObject({ keys: kept });

  // Meanwhile another machine of theirs, without a network, has changed another key.
  const away = await deskOf(annotator, article);
  await expect(footOf(away)).toContainText("Alt C");
  await away.context().setOffline(true);
  await textOf(away).focus();
  await press(away, "?");
  const keysThere = away.getByRole("dialog", { name: "Keys" });
  await keysThere.getByRole("button", { name: /^Change the key for: Denial/ }).press("Enter");
  await press(away, "Alt+x");
  await expect(keysThere.getByRole("status")).toHaveText("Changed.");
  await away.context().setOffline(false);
  await expect.poll(keysOf).toMatchObject({ keys: { ...kept, denial: "Alt+X" } });

  await page.reload();
  await expectSaved(page);
  await expect(footOf(page)).toContainText("Alt X");
  await toBlock(page, 1);
  await press(page, "Shift+C");
  await press(page, "Alt+c");
  await expect(cardOf(page, /^Claim, draft: ‘The harbour office denied/)).toBeVisible();

  await press(page, "Control+k");
  await page.getByRole("combobox", { name: "Find a command" }).fill("guidelines");
  await axe(page);
  await press(page, "Enter");
  await expect(page.getByRole("region", { name: "Guidelines beside the text" })).toBeVisible();
});

test("in a paragraph that reads from right to left the arrows lead where they point", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await toBlock(page, 3);
  await press(page, "Shift+Control+ArrowLeft", 2);
  await press(page, "c");
  await expectSaved(page);
  expect(await marksKept(installation, article.id)).toEqual([
    { tag: "claim", words: ["قالت الوزيرة"] },
  ]);
});
