import { chromium } from "@playwright/test";
import { describe, expect, it } from "vitest";
import { readFile } from "./read-file.ts";
import { told, whatIsWrong } from "./testing/blocks.ts";
import { BROWSER } from "./testing/browser.ts";

const DENIAL =
  "The fisheries ministry of Varnland denied on Monday that it had closed the port of Ilm – “not one day” – to foreign ships.";
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Port stays open</title></head><body><h1>Port stays open</h1><article><p>${DENIAL}</p></article><iframe srcdoc="<p>Buy a boat today, and pay when the harbour opens, whenever that is.</p>"></iframe></body></html>`;

async function saveFromBrowser(html: string): Promise<Buffer> {
  const browser = await chromium.launch({ executablePath: BROWSER ?? "", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.route("https://courier.example/**", (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: html }),
    );
    await page.goto("https://courier.example/2031/port");
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
    return Buffer.from(data);
  } finally {
    await browser.close();
  }
}

describe.skipIf(BROWSER === null)("a page that a browser saved", { timeout: 60_000 }, () => {
  it("becomes the page alone, with its address and the day", async () => {
    const bytes = await saveFromBrowser(PAGE);
    const extracted = await readFile({ bytes, name: "port.mhtml" });
    expect(whatIsWrong(extracted)).toEqual([]);
    expect(told(extracted)).toEqual(["title: Port stays open", DENIAL]);
    expect(extracted).toMatchObject({
      mediaType: "multipart/related",
      url: "https://courier.example/2031/port",
      language: "en",
      retrieved: expect.stringMatching(/^\d{4}-\d{2}-\d{2}/) as unknown,
    });
  });
});
