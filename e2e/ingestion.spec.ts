import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Page } from "@playwright/test";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { v7 as uuidv7 } from "uuid";
import { ZipFile } from "yazl";
import { z } from "zod";
import { expect as soon, test } from "#e2e/support/fixtures.ts";
import { listedTitles, openWay, resultOf, upload } from "#e2e/support/screens/articles.ts";
import { scriptWith } from "#e2e/support/script.ts";
import { newsPage } from "#e2e/support/site.ts";
import { storyOf } from "#e2e/support/story.ts";

/** What is taken in passes through a queue, and a page looks for it ever more slowly. */
const expect = soon.configure({ timeout: 30_000 });

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

  await page.goto(newsroom.path("/articles/add"));
  await page.getByLabel("Folder to add").setInputFiles(folder);
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

test("addresses are fetched; one that failed says why, and is tried again", async ({
  as,
  newsroom,
  site,
}) => {
  const mark = uuidv7();
  site.serve(`/${mark}/alder`, { body: newsPage("The Alder", storyOf("Alder")) });
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add"));
  await openWay(page, "Addresses");
  await page
    .getByRole("textbox", { name: "Addresses" })
    .fill(`${site.at(`/${mark}/alder`)}\nferry\n${site.at(`/${mark}/birch`)}`);
  await expect(page.getByText("Line 2: This is no web address.")).toBeVisible();
  await page.getByRole("button", { name: "Fetch 2 pages" }).click();
  await expect(page).toHaveURL(INGESTION);
  await expect(resultOf(page, "/alder")).toContainText(/Added.*: The Alder/);
  const failed = resultOf(page, "/birch");
  await expect(failed).toContainText(/404/);

  site.serve(`/${mark}/birch`, { body: newsPage("The Birch", storyOf("Birch")) });
  await page.getByRole("link", { name: /^Failed/ }).click();
  await expect(resultOf(page, "/alder")).toHaveCount(0);
  await failed.getByRole("button", { name: /^Try again/ }).click();
  await page.getByRole("link", { name: /^All/ }).last().click();
  await expect(resultOf(page, "/birch")).toContainText(/Added.*: The Birch/);
});

test("what is still to come can be cancelled", async ({ as, newsroom, site }) => {
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add?way=addresses"));
  const mark = uuidv7();
  const many = Array.from({ length: 200 }, (_, n) => site.at(`/${mark}/${n}`));
  await page.getByRole("textbox", { name: "Addresses" }).fill(many.join("\n"));
  await page.getByRole("button", { name: "Fetch 200 pages" }).click();
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await page.getByRole("button", { name: "Cancel the rest" }).click();
  await expect(page.getByRole("progressbar", { name: "Cancelled" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel", exact: true })).toHaveCount(0);
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

test("a page is sent from the browser, and the person chooses the project", async ({
  as,
  newsroom,
  site,
}) => {
  const path = `/${uuidv7()}`;
  site.serve(path, { body: newsPage("The Alder", storyOf("Alder")) });
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add?way=browser"));
  const bookmark = page.getByRole("link", { name: "Add to Onrecord" });
  await expect(bookmark).toHaveAttribute("href", /^javascript:/);
  const code = decodeURI((await bookmark.getAttribute("href")) ?? "");
  expect(code).toContain("/share");
  expect(code).not.toMatch(/token|bearer/i);

  await page.goto(`/share?url=${encodeURIComponent(site.at(path))}&title=The%20Alder`);
  await expect(page.getByLabel("Project")).toContainText(newsroom.project.name);
  await page.getByRole("button", { name: "Fetch the page" }).click();
  await page.getByRole("link", { name: "Open", exact: true }).click();
  await expect(page).toHaveTitle(/The Alder/);
});

test("a page behind a cookie wall is sent as the person sees it", async ({
  as,
  newsroom,
  site,
}) => {
  const path = `/${uuidv7()}`;
  const wall = behindWall("The Alder", storyOf("Alder"));
  site.serve(path, { body: wall });
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles/add?way=browser"));
  const bookmark = page.getByRole("link", { name: "Add to Onrecord" });
  await expect(bookmark).toHaveAttribute("href", /^javascript:/);
  const code = decodeURI(((await bookmark.getAttribute("href")) ?? "").replace("javascript:", ""));

  await page.goto(site.at(path));
  await page.getByRole("button", { name: "Accept all" }).click();
  await expect(page.getByRole("heading", { name: "The Alder" })).toBeVisible();
  const [popup] = await Promise.all([page.waitForEvent("popup"), page.evaluate(code)]);
  await expect(popup.getByText(site.at(path))).toBeVisible();
  await expect(popup.getByRole("radio", { name: /The page as you see it/ })).toBeChecked();
  await expect(popup.getByText(/[1-9][\d,]* characters of text came/)).toBeVisible();
  await expect(popup.getByLabel("Project")).toContainText(newsroom.project.name);
  await popup.getByRole("button", { name: "Send the page" }).click();
  await popup.getByRole("link", { name: "Open", exact: true }).click();
  await expect(popup).toHaveTitle(/The Alder/);
  await expect(popup.getByText(storyOf("Alder")[0] ?? "", { exact: false }).first()).toBeVisible();
});

test("the share page takes nothing that another site says", async ({ as, newsroom, site }) => {
  const path = `/${uuidv7()}`;
  const news = newsPage("The Alder", storyOf("Alder"));
  site.serve(path, { body: news.replace("<head>", '<head><link rel="icon" href="data:,">') });
  const page = await as(await newsroom.member("annotator"));
  await page.goto(newsroom.path("/articles"));
  const app = new URL(page.url()).origin;
  await page.goto(site.at(path));
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    page.evaluate(
      (share) => {
        const opened = window.open(share, "_blank");
        setInterval(
          () =>
            opened?.postMessage(
              { url: "https://bank.example/", title: "x", html: "<p>Forged.</p>" },
              "*",
            ),
          100,
        );
      },
      `${app}/share?url=${encodeURIComponent(site.at(path))}`,
    ),
  ]);
  await expect(popup.getByText("Only the address came.")).toBeVisible();
  await expect(popup.getByRole("radio")).toHaveCount(0);
  await expect(popup.getByText("bank.example")).toHaveCount(0);
  await popup.getByRole("button", { name: "Fetch the page" }).click();
  await expect(popup.getByRole("link", { name: "Open", exact: true })).toBeVisible();
});

test("a program sends addresses over the HTTP API, and a reader follows them", async ({
  as,
  newsroom,
  installation,
  site,
}) => {
  const path = `/${uuidv7()}`;
  site.serve(path, { body: newsPage("The Alder", storyOf("Alder")) });
  const token = await newsroom.tokenFor(await newsroom.member("annotator"));
  const { id } = await scriptWith(installation.url, token).send(
    "POST",
    `/projects/${newsroom.project.id}/ingestions`,
    { id: uuidv7(), name: "From a script", kind: "addresses", addresses: [site.at(path)] },
    z.looseObject({ id: z.string() }),
  );
  const page = await as(await newsroom.member("reader"));
  await page.goto(newsroom.path("/ingestions"));
  await page.getByRole("link", { name: "From a script" }).first().click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(resultOf(page, path)).toContainText(/Added.*: The Alder/);
  await expect(page.getByRole("button", { name: /Cancel|again/ })).toHaveCount(0);
});

async function chooseColumn(page: Page, column: string, is: string): Promise<void> {
  await page.getByRole("combobox", { name: `What the column ${column} is` }).click();
  await page.getByRole("option", { name: is, exact: true }).click();
}

function quoted(paragraphs: readonly string[]): string {
  return paragraphs.join("\n\n").replaceAll('"', '""');
}

/** A page that shows its article to whoever pressed a button, and to no server. */
function behindWall(title: string, paragraphs: readonly string[]): string {
  const article = newsPage(title, paragraphs).replace(/^.*<article>|<\/article>.*$/gs, "");
  const packed = Buffer.from(article).toString("base64");
  return `<!doctype html><html lang="en"><head><title>${title}</title><link rel="icon" href="data:,"></head><body>
<main id="wall"><h1>We value your privacy</h1><p>We and our partners store cookies on your device.</p><button>Accept all</button></main>
<script>document.querySelector("button").onclick=()=>{document.body.innerHTML="<article></article>";
document.querySelector("article").innerHTML=new TextDecoder().decode(Uint8Array.from(atob("${packed}"),c=>c.charCodeAt(0)))}</script></body></html>`;
}

async function pdfOf(paragraphs: readonly string[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const page = pdf.addPage([595, 842]);
  const text = paragraphs.join("\n\n").replaceAll(/[“”]/g, '"');
  page.drawText(text, { x: 60, y: 760, size: 12, lineHeight: 16, maxWidth: 470, font });
  return Buffer.from(await pdf.save());
}
