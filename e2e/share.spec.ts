import { v7 as uuidv7 } from "uuid";
import { test } from "#e2e/support/fixtures.ts";
import { expect } from "#e2e/support/patience.ts";
import { newsPage } from "#e2e/support/site.ts";
import { storyOf } from "#e2e/support/story.ts";

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

/** A page that shows its article to whoever pressed a button, and to no server. */
function behindWall(title: string, paragraphs: readonly string[]): string {
  const article = newsPage(title, paragraphs).replace(/^.*<article>|<\/article>.*$/gs, "");
  const packed = Buffer.from(article).toString("base64");
  return `<!doctype html><html lang="en"><head><title>${title}</title><link rel="icon" href="data:,"></head><body>
<main id="wall"><h1>We value your privacy</h1><p>We and our partners store cookies on your device.</p><button>Accept all</button></main>
<script>document.querySelector("button").onclick=()=>{document.body.innerHTML="<article></article>";
document.querySelector("article").innerHTML=new TextDecoder().decode(Uint8Array.from(atob("${packed}"),c=>c.charCodeAt(0)))}</script></body></html>`;
}
