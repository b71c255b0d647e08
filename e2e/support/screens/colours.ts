import { expect, type Page } from "@playwright/test";

/** The system turns light or dark, and the page has followed: it does so a moment later. */
export async function turn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
}
