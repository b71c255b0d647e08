import type { Locator, Page } from "@playwright/test";
import { expect } from "#e2e/support/fixtures.ts";

/** Open the guidelines for writing. */
export async function editGuidelines(page: Page, home: string): Promise<Locator> {
  await page.goto(`${home}/edit`);
  const text = page.getByRole("textbox", { name: "Guidelines" });
  await expect(text).toBeVisible();
  return text;
}

/** Write a paragraph at the very beginning. */
export async function writeFirst(text: Locator, words: string): Promise<void> {
  await text.click();
  await text.press("ControlOrMeta+Home");
  await text.press("Enter");
  await text.press("ArrowUp");
  await text.page().keyboard.type(words);
  await expect(text).toContainText(words);
}

/** Make a new version of what is written. */
export async function saveVersion(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save new version" }).click();
}
