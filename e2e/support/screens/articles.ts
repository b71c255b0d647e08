import type { Locator, Page } from "@playwright/test";
import { expect } from "#e2e/support/fixtures.ts";

/** The titles that the articles table lists, in its order. */
export function listedTitles(page: Page): Locator {
  return page.getByRole("table", { name: "Articles" }).getByRole("cell").getByRole("link");
}

/** Paste a text, and send it. */
export async function paste(page: Page, text: string, title?: string): Promise<void> {
  await page.getByLabel("Text", { exact: true }).fill(text);
  if (title !== undefined) await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Add and open" }).click();
}

export type UploadedFile = { name: string; content: string | Buffer };

/** Choose files to be uploaded; a path where a file is too large to be handed over. */
export async function upload(page: Page, files: readonly UploadedFile[] | string): Promise<void> {
  const chooser = page.getByLabel("Files to add");
  if (typeof files === "string") return chooser.setInputFiles(files);
  await chooser.setInputFiles(
    files.map(({ name, content }) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(content),
    })),
  );
}

/** What the ingestion's page says became of a file, an address or a row. */
export function resultOf(page: Page, name: string): Locator {
  return page.getByRole("list", { name: "Items" }).getByRole("listitem").filter({ hasText: name });
}

/** Turn to one of the ways in on the page on which articles are added. */
export async function openWay(page: Page, name: string): Promise<void> {
  const tab = page.getByRole("tab", { name });
  await tab.click();
  await expect(tab).toHaveAttribute("aria-selected", "true");
}
