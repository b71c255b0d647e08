import { expect, test } from "#e2e/support/fixtures.ts";
import { press, toBlock } from "#e2e/support/keyboard.ts";
import { marksKept } from "#e2e/support/marks-kept.ts";
import { cardOf, expectSaved, footOf } from "#e2e/support/screens/desk.ts";
import { makeAnnotation } from "#prisma/factories.ts";

/* What stands already is changed: its boundaries, by keys and by their handles, and what it is tied to. */

const TEXT = [
  "Ferry was late again",
  "The harbour office denied that the night ferry had been late.",
  "“We left on time,” said Ansa Kreel, who runs the ferry. “Nobody complained.”",
].join("\n\n");

test("boundaries move by keys, and a link that was removed stays removed", async ({
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
  await press(page, "c");
  await expectSaved(page);
  expect(await installation.db.link.count({ where: { type: "attributes" } })).toBeGreaterThan(0);
  const [claim] = await installation.db.annotation.findMany({
    where: { articleId: article.id, tag: "claim" },
  });
  const links = { toId: claim?.id ?? "" };
  await page.getByRole("button", { name: /^Remove the link/ }).press("Enter");
  await expectSaved(page);
  await expect(cardOf(page, /^Claim/)).toBeFocused();
  await press(page, "Minus");
  await expect(footOf(page)).toContainText("Now ‘We left on’");
  await press(page, "Shift+Equal");
  await expect(footOf(page)).toContainText("Now ‘left on’");
  await expectSaved(page);
  expect(await installation.db.link.count({ where: links })).toBe(0);
});

test("links are drawn here, and to a second article beside it", async ({
  newsroom,
  deskOf,
  installation,
  axe,
}) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const other = await newsroom.article({ text: "The ferry was on time.", title: "Another view" });
  const by = { author: annotator.ctx };
  const { db } = installation;
  const denied = await makeAnnotation(db, article, {
    ...by,
    quote: "the night ferry had been late",
  });
  const denial = await makeAnnotation(db, article, {
    ...by,
    tag: "denial",
    quote: "We left on time",
  });
  const claim = await makeAnnotation(db, other, { ...by, quote: "The ferry was on time" });
  const page = await deskOf(annotator, article);
  await cardOf(page, /^Denial/).press("Enter");
  await press(page, "Shift+L");
  await expect(footOf(page)).toContainText("A link is begun");
  await press(page, "k");
  await press(page, "Shift+L");
  await expect(footOf(page)).toContainText("Link drawn");
  await expectSaved(page);
  expect(await db.link.findFirst({ where: { fromId: denial.id, toId: denied.id } })).toMatchObject({
    type: "denies",
  });

  await press(page, "v");
  const beside = page.getByRole("region", { name: "Another article beside the text" });
  await beside.getByRole("textbox", { name: /^Find the other article/ }).fill("view");
  await beside.getByRole("button", { name: "Another view" }).press("Enter");
  await beside.getByRole("combobox", { name: "What is marked there" }).selectOption(claim.id);
  await axe(page);
  await beside.getByRole("button", { name: "contradicts" }).press("Enter");
  await expectSaved(page);
  expect(await db.link.findFirst({ where: { fromId: denied.id, toId: claim.id } })).toMatchObject({
    type: "contradicts",
  });
});

test("boundaries are dragged by their handles, to whole words", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await toBlock(page, 1);
  await press(page, "Shift+Control+ArrowRight", 3);
  await press(page, "c");
  await expectSaved(page);
  const handle = page.locator("[data-handle=end]");
  const box = await handle.boundingBox();
  if (!box) throw new Error("The annotation has no handle.");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, y, { steps: 4 });
  await page.mouse.up();
  await expectSaved(page);
  expect(await marksKept(installation, article.id)).toEqual([
    { tag: "claim", words: ["The harbour office denied"] },
  ]);
});
