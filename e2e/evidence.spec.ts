import type { Page } from "@playwright/test";
import { expect, test } from "#e2e/support/fixtures.ts";
import {
  cardOf,
  expectSaved,
  footOf,
  lineIsBack,
  selectWords,
  textOf,
} from "#e2e/support/screens/desk.ts";
import { putEvidence } from "#lib/evidence/put-evidence.ts";
import { makeAnnotation, makeEvidence } from "#prisma/factories.ts";

const TEXT =
  "The lock keeper of Osk said that the gate had been open all night, and the bell silent.";
const NOTE = "The keeper's book has no entry for that night.";

test("evidence is added to a mark without a network, is there after a reload, and is sent once", async ({
  newsroom,
  deskOf,
  installation,
  expectErrors,
}) => {
  expectErrors(/ERR_INTERNET_DISCONNECTED/, /Failed to load resource/);
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const page = await deskOf(annotator, article);
  await page.route("**/api/v1/**", (route) => route.abort("internetdisconnected"));
  await selectWords(page, "the gate had been open all night");
  await page.keyboard.press("c");
  await cardOf(page, /^Claim, draft/).click();
  await page.keyboard.press("e");
  await addNote(page, NOTE);
  await expect(panelOf(page)).toContainText(NOTE);
  await expect(panelOf(page)).toContainText("kept here, waiting for the network");
  await expect(footOf(page)).toContainText("Your 2 changes are kept here");

  await page.reload();
  await expect(page.locator("[data-card]")).toContainText("1 refutes");
  expect(await installation.db.evidence.count({ where: { projectId: article.projectId } })).toBe(0);

  await page.unroute("**/api/v1/**");
  await lineIsBack(page);
  await expectSaved(page);
  const sent = await installation.db.evidence.findMany({
    where: { projectId: article.projectId },
    include: { annotation: { select: { articleId: true } } },
  });
  expect(
    sent.map(({ note, version, annotation }) => [note, version, annotation.articleId]),
  ).toEqual([[NOTE, 1, article.id]]);
});

test("evidence that was added, changed or taken away comes and goes with undo", async ({
  newsroom,
  deskOf,
  installation,
}) => {
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const claim = await makeAnnotation(installation.db, article, {
    author: annotator.ctx,
    quote: "the gate had been open",
  });
  await makeEvidence(annotator.ctx, claim);
  const page = await deskOf(annotator, article);
  await cardOf(page, /^Claim/).click();
  await page.keyboard.press("e");
  const panel = panelOf(page);
  await expect(panel).toContainText("The harbour office");

  await addNote(page, NOTE);
  await expectSaved(page);
  await panel.getByRole("button", { name: "Take this note away" }).first().click();
  await page.getByRole("button", { name: "Take it away" }).click();
  await expect(panel).not.toContainText("The harbour office");
  await expectSaved(page);
  expect(await installation.db.evidence.count({ where: { annotationId: claim.id } })).toBe(1);

  await textOf(page).focus();
  await page.keyboard.press("Control+z");
  await expect(footOf(page)).toContainText("Undone: taking the note away.");
  await expect(panel).toContainText("The harbour office");
  await page.keyboard.press("Control+z");
  await expect(footOf(page)).toContainText("Undone: adding a note as evidence.");
  await expect(panel).not.toContainText(NOTE);
  await page.keyboard.press("Control+Shift+z");
  await expect(panel).toContainText(NOTE);
  await expectSaved(page);
  const rows = await installation.db.evidence.findMany({ where: { annotationId: claim.id } });
  expect(rows.map(({ note }) => note).toSorted()).toEqual([
    "The harbour office keeps a list of calls.",
    NOTE,
  ]);
});

test("evidence that was changed elsewhere meanwhile is not written over, and nothing of it is lost", async ({
  newsroom,
  deskOf,
  installation,
  expectErrors,
}) => {
  expectErrors(/ERR_INTERNET_DISCONNECTED/, /Failed to load resource/);
  const annotator = await newsroom.member("annotator");
  const article = await newsroom.article({ text: TEXT });
  const claim = await makeAnnotation(installation.db, article, {
    author: annotator.ctx,
    quote: "the gate had been open",
  });
  const { id, version } = await makeEvidence(annotator.ctx, claim);
  const page = await deskOf(annotator, article);
  await cardOf(page, /^Claim/).click();
  await page.keyboard.press("e");
  const panel = panelOf(page);
  await page.route("**/api/v1/**", (route) => route.abort("internetdisconnected"));
  await panel.getByRole("button", { name: "Change this note" }).click();
  await panel.getByRole("textbox", { name: "Note" }).fill(NOTE);
  await panel.getByRole("textbox", { name: "Note" }).press("Control+Enter");
  await expect(panel).toContainText("waiting for the network");

  const elsewhere = {
    kind: "note",
    annotationId: claim.id,
    stance: "context",
    note: "Written on another machine.",
    reason: "",
    confidential: false,
    viewers: [],
  } as const;
  await putEvidence(annotator.ctx, id, { ...elsewhere, viewers: [] }, version);
  await page.unroute("**/api/v1/**");
  await lineIsBack(page);
  await expect(panel).toContainText("This has been changed since you saw it.");
  await expect(panel).toContainText(NOTE);
  expect((await installation.db.evidence.findUnique({ where: { id } }))?.note).toBe(elsewhere.note);

  await panel.getByRole("button", { name: "Save mine over it" }).click();
  await expectSaved(page);
  expect((await installation.db.evidence.findUnique({ where: { id } }))?.note).toBe(NOTE);
});

function panelOf(page: Page) {
  return page.getByRole("region", { name: "Evidence beside the text" });
}

async function addNote(page: Page, note: string): Promise<void> {
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "Add evidence" }).click();
  await panel.getByRole("radio", { name: "note" }).check({ force: true });
  await panel.getByRole("textbox", { name: "Note" }).fill(note);
  await panel.getByRole("radio", { name: "refutes" }).check({ force: true });
  await panel.getByRole("textbox", { name: "Note" }).press("Control+Enter");
  await expect(panel.getByRole("form", { name: "Add evidence" })).toBeHidden();
}
