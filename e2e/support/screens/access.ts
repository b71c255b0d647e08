import type { Page } from "@playwright/test";
import { expect } from "#e2e/support/fixtures.ts";

/** Fill in the form for signing in, and send it. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The person's account page, by the menu in the corner. */
export async function openAccount(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^You:/ }).click();
  await page.getByRole("menuitem", { name: "Your account" }).click();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
}

/** Press what asks first (“Sign out everywhere”, “Remove”), and answer that it is meant. */
export async function confirm(page: Page, label: string, about: string): Promise<void> {
  await page.getByRole("button", { name: `${label}: ${about}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: label }).click();
  await expect(page.getByRole("alertdialog")).toBeHidden();
}

/** Send an invitation by the form of the members' page; gives the link that is shown this once. */
export async function invite(page: Page, given: { email: string; role: string }): Promise<string> {
  await page.getByLabel("E-mail").fill(given.email);
  await choose(page, "Role", given.role);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  return copiedOnce(page, `Invitation for ${given.email}`);
}

/** A link or a token that a page shows once. */
export async function copiedOnce(page: Page, label: string): Promise<string> {
  const field = page.getByRole("textbox", { name: label });
  await expect(field).toHaveValue(/\S/);
  return field.inputValue();
}

/** Take one of the values that a select offers. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const select = page.getByRole("combobox", { name: label, exact: true });
  await select.click();
  await page.getByRole("option", { name: option }).click();
  await expect(select).toContainText(option);
}

/** The front page of somebody who is signed in. */
export async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^You:/ })).toBeVisible();
}

/** The page for signing in, which is all that a visitor sees. */
export async function expectSignedOut(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
}
