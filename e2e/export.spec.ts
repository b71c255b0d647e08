import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { makeAnnotation, makeEvidence, makeLink } from "#prisma/factories.ts";
import { misquotations, readExport } from "#e2e/support/exported.ts";
import { expect, test } from "#e2e/support/fixtures.ts";

const TEXT = "🛳️ The ferry left at nine, said Ansa Kreel.\n\nThe harbour office denies that.\n";

/** The file behind the button, as it lies on disk, and its name. */
async function download(page: Page): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download" }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test("a project leaves as a file in which every quotation equals its text", async ({
  as,
  newsroom,
  installation: { db },
}) => {
  const tove = await newsroom.member("annotator", "Tove Oakes");
  const lena = await newsroom.member("reviewer", "Lena Kask");
  const article = await newsroom.article({ title: "Nine o'clock", text: TEXT });
  const by = { author: tove.ctx, reviewer: lena.ctx };
  const claim = await makeAnnotation(db, article, {
    ...by,
    state: "approved",
    quote: "The ferry left at nine",
  });
  const denial = await makeAnnotation(db, article, {
    ...by,
    tag: "denial",
    quote: "The harbour office denies that",
  });
  await makeAnnotation(db, article, { ...by, state: "withdrawn", quote: "Ansa Kreel" });
  await makeLink(tove.ctx, { type: "denies", from: denial, to: claim });
  await makeEvidence(tove.ctx, claim);

  const page = await as(await newsroom.member("reader"));
  await page.goto(newsroom.path("/articles"));
  await page.getByRole("link", { name: "Export" }).click();
  await expect(page.getByRole("heading", { name: "Export" })).toBeVisible();
  const { name, text } = await download(page);
  expect(name).toMatch(/\.jsonl$/);
  expect(misquotations(text)).toEqual([]);
  const { articles, annotations } = readExport(text);
  expect(articles).toMatchObject([{ id: article.id, title: "Nine o'clock", text: TEXT }]);
  expect(annotations.map(({ id }) => id).sort()).toEqual([claim.id, denial.id].sort());
  expect(annotations.find(({ id }) => id === claim.id)).toMatchObject({
    state: "approved",
    author: { name: "Tove Oakes" },
    reviewer: { name: "Lena Kask" },
    evidence: [{ kind: "note", stance: "supports" }],
    links: [{ type: "denies", from: denial.id, to: claim.id }],
  });

  await page.getByRole("checkbox", { name: /^Draft/ }).click();
  const approved = readExport((await download(page)).text);
  expect(approved.annotations.map(({ id }) => id)).toEqual([claim.id]);
});

test("one article leaves as a page to read, and chosen ones as rows", async ({
  as,
  newsroom,
  installation: { db },
}) => {
  const article = await newsroom.article({ title: "Nine o'clock", text: TEXT });
  await newsroom.article({ title: "Barge" });
  await makeAnnotation(db, article, { quote: "The ferry left at nine" });
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles"));
  await page.getByRole("button", { name: "More for “Nine o'clock”" }).click();
  await page.getByRole("menuitem", { name: "Export this article" }).click();
  await expect(page.getByRole("radio", { name: "Markdown" })).toBeChecked();
  const markdown = await download(page);
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.text).toContain("The ferry left at nine");
  expect(markdown.text).not.toContain("Barge");

  await page.getByRole("radio", { name: "CSV" }).click();
  const csv = await download(page);
  expect(csv.name).toMatch(/\.csv$/);
  expect(csv.text).toMatch(/^articleId,/);
  expect(csv.text).toContain("The ferry left at nine");
  expect(csv.text).not.toContain("Barge");
});
