import { expect, test } from "#e2e/support/fixtures.ts";
import { editGuidelines, saveVersion, writeFirst } from "#e2e/support/screens/guidelines.ts";

test("a manager writes the guidelines, and every version is kept", async ({ as, newsroom }) => {
  const page = await as(await newsroom.member("manager", "Marek Anlund"));
  const home = newsroom.path("/guidelines");
  await page.goto(home);
  await expect(page.getByText("Version 1")).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  const text = page.getByRole("textbox", { name: "Guidelines" });
  await writeFirst(text, "Mark ferries first.");
  await text.press("ControlOrMeta+Shift+ArrowLeft");
  await page.getByRole("button", { name: "Bold" }).click();
  await expect(page.getByText("Not saved yet")).toBeVisible();
  await saveVersion(page);
  await expect(page).toHaveURL(home);
  await expect(page.getByText(/Version 2.*by Marek Anlund/)).toBeVisible();
  await expect(page.getByText("Mark ferries first.")).toBeVisible();
  await expect(page.getByRole("strong").first()).toHaveText(/first\.|\./);
  await page.getByRole("link", { name: "All versions" }).click();
  await expect(page.getByRole("row", { name: /Marek Anlund/ })).toBeVisible();
  await page.goto(`${home}?version=1`);
  await expect(page.getByText("This version is no longer in force.")).toBeVisible();
  await expect(page.getByText("Mark ferries first.")).toHaveCount(0);
});

test("of two who write at once the second loses no word", async ({ as, newsroom }) => {
  const home = newsroom.path("/guidelines");
  const first = await as(await newsroom.member("manager", "Marek Anlund"));
  const second = await as(await newsroom.member("manager", "Ida Voss"));
  const hers = await editGuidelines(second, home);
  const his = await editGuidelines(first, home);
  await writeFirst(his, "Mark ferries first.");
  await saveVersion(first);
  await expect(first).toHaveURL(home);

  await writeFirst(hers, "Mark barges first.");
  await saveVersion(second);
  await expect(second.getByText("Somebody else saved in the meantime")).toBeVisible();
  await expect(hers).toContainText("Mark barges first.");
  await second.getByRole("button", { name: "Save mine as version 3" }).click();
  await expect(second).toHaveURL(home);
  await expect(second.getByText("Mark barges first.")).toBeVisible();
  await second.goto(`${home}?version=2`);
  await expect(second.getByText("Mark ferries first.")).toBeVisible();
});

test("words that were not saved wait in the browser", async ({ as, newsroom }) => {
  const page = await as(await newsroom.member("manager"));
  const home = newsroom.path("/guidelines");
  await writeFirst(await editGuidelines(page, home), "Mark ferries first.");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(home);
  const text = await editGuidelines(page, home);
  await page.getByRole("button", { name: "Go on with them" }).click();
  await expect(text).toContainText("Mark ferries first.");
  await saveVersion(page);
  await expect(page.getByText("Version 2")).toBeVisible();
});

test("readers read the guidelines and do not write them", async ({ as, newsroom }) => {
  const page = await as(await newsroom.member("reader"));
  await page.goto(newsroom.path("/guidelines"));
  await expect(page.getByRole("heading", { name: "Guidelines" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
  await page.goto(newsroom.path("/guidelines/edit"));
  await expect(page.getByText("Managers write the guidelines")).toBeVisible();
});
