import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Page } from "@playwright/test";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { ZipFile } from "yazl";
import { test } from "#e2e/support/fixtures.ts";
import { expect } from "#e2e/support/patience.ts";
import { listedTitles, resultOf, upload } from "#e2e/support/screens/articles.ts";
import { newsPage } from "#e2e/support/site.ts";
import { storyOf } from "#e2e/support/story.ts";

const INGESTION = /\/ingestions\/[0-9a-f-]{36}/;

test("files of several kinds come in, archives with what is in them", async ({ as, newsroom }) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add"));
  const archive = new ZipFile();
  archive.addBuffer(Buffer.from(storyOf("Alder").join("\n\n")), "inside/alder.txt");
  archive.end();
  await upload(page, [
    { name: "birch.pdf", content: await pdfOf(storyOf("Birch")) },
    { name: "cedar.html", content: newsPage("The Cedar", storyOf("Cedar")) },
    { name: "elm.zip", content: await buffer(archive.outputStream) },
  ]);
  await expect(page).toHaveURL(INGESTION);
  await expect(resultOf(page, "birch.pdf")).toContainText("Added");
  await expect(resultOf(page, "cedar.html")).toContainText(/Added.*: The Cedar/);
  await expect(resultOf(page, "alder.txt")).toContainText("Added");
  await expect(resultOf(page, "elm.zip").first()).toContainText("Unpacked");
  await page.goto(newsroom.path("/articles"));
  await expect(listedTitles(page)).toHaveCount(3);
});

test("a folder comes in, and the same folder again is not sent twice", async ({
  as,
  newsroom,
}, testInfo) => {
  const folder = testInfo.outputPath("harbour");
  await mkdir(join(folder, "old"), { recursive: true });
  await writeFile(join(folder, "alder.txt"), storyOf("Alder").join("\n\n"));
  await writeFile(join(folder, "old", "birch.md"), storyOf("Birch").join("\n\n"));
  await writeFile(join(folder, ".DS_Store"), "not a text");
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add"));
  await page.getByLabel("Folder to add").setInputFiles(folder);
  await expect(page.getByRole("heading", { name: "harbour (2 files)" })).toBeVisible();
  await expect(resultOf(page, "harbour/alder.txt")).toContainText("Added");
  await expect(resultOf(page, "harbour/old/birch.md")).toContainText("Added");

  // Chosen while the page is seen, and its scripts are still on their way.
  const { promise: arrival, resolve: arrive } = Promise.withResolvers<void>();
  await page.route(/\.js(?:\?|$)/, (route) => arrival.then(() => route.continue()));
  await page.goto(newsroom.path("/articles/add"), { waitUntil: "commit" });
  await page.getByLabel("Folder to add").setInputFiles(folder);
  arrive();
  await expect(page.getByText("These files were sent before")).toBeVisible();
  await page.getByRole("link", { name: "See what became of them" }).click();
  await expect(page).toHaveURL(INGESTION);
});

test("files are dropped anywhere on the page", async ({ as, newsroom }) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add?way=paste"));
  const dropped = await page.evaluateHandle((words) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([words], "dropped.txt", { type: "text/plain" }));
    return transfer;
  }, storyOf("Alder").join("\n\n"));
  await page.getByRole("heading", { name: "Add articles" }).dispatchEvent("dragenter", {
    dataTransfer: dropped,
  });
  await expect(page.getByText("Drop to add")).toBeVisible();
  await page.getByRole("heading", { name: "Add articles" }).dispatchEvent("drop", {
    dataTransfer: dropped,
  });
  await expect(resultOf(page, "dropped.txt")).toContainText("Added");
});

test("what a lost connection kept back is sent after a reload", async ({
  as,
  newsroom,
  expectErrors,
}) => {
  expectErrors(/net::ERR_FAILED/);
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add"));
  await page.route("**/api/v1/ingestions/*/items/*", (route) => route.abort());
  await upload(page, [{ name: "alder.txt", content: storyOf("Alder").join("\n\n") }]);
  await expect(page.getByRole("region", { name: "Sending" })).toContainText(
    "The connection is gone. 1 file is kept here and will be sent.",
  );
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("region", { name: "Sending" })).toContainText("Paused.");
  await page.unroute("**/api/v1/ingestions/*/items/*");
  await page.reload();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(resultOf(page, "alder.txt")).toContainText("Added");
});

test("the columns of a table are named before its rows come in", async ({ as, newsroom }) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add"));
  const rows = ["Alder", "Birch"].map(
    (ship) => `The ${ship};"${quoted(storyOf(ship))}";2031-05-03`,
  );
  await upload(page, [
    {
      name: "ships.csv",
      content: ["headline;words;day", ...rows, "The Cedar;too;many;cells"].join("\n"),
    },
  ]);
  await expect(page.getByRole("tab", { name: "Table" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("region", { name: "Rows that do not fit" })).toContainText("Line");
  await chooseColumn(page, "words", "Text");
  await chooseColumn(page, "headline", "Title");
  await expect(page.getByRole("combobox", { name: "What the column day is" })).toContainText(
    "Published",
  );
  await page.getByRole("button", { name: "Add the rows" }).click();
  await expect(resultOf(page, "The Alder")).toContainText("Added");
  // The stories above it have lines of their own.
  await expect(resultOf(page, "line 12")).toContainText("This line has");
  await expect(page.getByRole("button", { name: /again/ })).toHaveCount(0);
  await page.goto(newsroom.path("/articles?sort=title&direction=up"));
  await expect(listedTitles(page)).toHaveText(["The Alder", "The Birch"]);
});

test("JSON Lines come in by the same way", async ({ as, newsroom }) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add?way=table"));
  const lines = ["Alder", "Birch"].map((ship) =>
    JSON.stringify({ title: `The ${ship}`, text: storyOf(ship).join("\n\n") }),
  );
  await page.getByLabel("Table to add").setInputFiles({
    name: "ships.jsonl",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(lines.join("\n")),
  });
  await page.getByRole("button", { name: "Add the rows" }).click();
  await expect(resultOf(page, "The Birch")).toContainText("Added");
});

async function chooseColumn(page: Page, column: string, is: string): Promise<void> {
  await page.getByRole("combobox", { name: `What the column ${column} is` }).click();
  await page.getByRole("option", { name: is, exact: true }).click();
}

function quoted(paragraphs: readonly string[]): string {
  return paragraphs.join("\n\n").replaceAll('"', '""');
}

async function pdfOf(paragraphs: readonly string[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const page = pdf.addPage([595, 842]);
  const text = paragraphs.join("\n\n").replaceAll(/[“”]/g, '"');
  page.drawText(text, { x: 60, y: 760, size: 12, lineHeight: 16, maxWidth: 470, font });
  return Buffer.from(await pdf.save());
}
