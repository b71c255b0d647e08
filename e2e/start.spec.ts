import type { Page } from "@playwright/test";
import { withFileLock } from "#lib/db/file-lock.ts";
import { foldersIn } from "#lib/db/embedded/folders.ts";
import { findPostmaster } from "#lib/db/embedded/postmaster.ts";
import { type RunningApp, withApp } from "#scripts/with-app.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { expectSignedIn } from "#e2e/support/screens/access.ts";

/** Apps of their own, beside the one that the other journeys share. */
test.describe.configure({ timeout: 180_000 });

const WITHOUT_DEMO = { ONRECORD_DEMO: "no" };

/** Serve an app of the test's own; the browser lets go of it before it is stopped. */
async function serve(
  page: Page,
  work: (app: RunningApp) => Promise<void>,
  settings?: Record<string, string>,
): Promise<void> {
  await withApp(async (app) => {
    await work(app);
    await page.goto("about:blank");
  }, settings);
}

test("the first link makes the owner, once", async ({ page, browser, watch }) => {
  await serve(
    page,
    async ({ output }) => {
      await expect.poll(output).toMatch(/\/first-owner\/\S+/);
      const link = /http\S+\/first-owner\/\S+/.exec(output())?.[0] ?? "";
      await page.goto(link);
      await expect(page.getByRole("heading", { name: "Make yourself the owner" })).toBeVisible();
      await page.getByLabel("Your name").fill("Marek Anlund");
      await page.getByLabel("E-mail").fill("marek@veldora.example");
      await page.getByLabel("Password").fill("the ferry leaves at nine");
      await page.getByRole("button", { name: "Make my account" }).click();
      await expectSignedIn(page);
      await page.getByRole("link", { name: "New project" }).first().click();
      await page.getByLabel("Name").fill("Harbour");
      await page.getByRole("button", { name: "Create project" }).click();
      await expect(page).toHaveURL(/\/projects\/[0-9a-f-]{36}$/);

      const second = await browser.newContext();
      watch(second);
      const late = await second.newPage();
      await late.goto(link);
      await expect(late.getByRole("heading", { name: "This link does not work" })).toBeVisible();
      await second.close();
    },
    WITHOUT_DEMO,
  );
});

test("a new installation shows the demo to whoever has one of the three links", async ({
  page,
}) => {
  await serve(page, async ({ output }) => {
    await expect.poll(output, { timeout: 60_000 }).toContain("Ctrl-C stops it.");
    const links = output().match(/http\S+\/link\/\S+/g) ?? [];
    expect(links).toHaveLength(3);
    await page.goto(links[0] ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Not now" }).click();
    await expectSignedIn(page);
  });
});

test("while the database is away the app says so, and comes back by itself", async ({
  request,
}) => {
  await withApp(async ({ url, dataFolder }) => {
    const health = async () => (await request.get(`${url}/api/health`)).status();
    expect(await health()).toBe(200);
    const { cluster, lock } = foldersIn(dataFolder);
    // Whoever starts a server holds the lock: as long as we do, the app cannot.
    await withFileLock(lock, async () => {
      const server = findPostmaster(cluster);
      expect(server).not.toBeNull();
      if (server) process.kill(server.pid, "SIGKILL");
      await expect.poll(health, { timeout: 30_000 }).toBe(503);
      const projects = await request.get(`${url}/api/v1/projects`, {
        headers: { Authorization: "Bearer none" },
      });
      expect(projects.status()).toBe(503);
      expect(await projects.json()).toMatchObject({ code: "unavailable" });
    });
    await expect.poll(health, { timeout: 60_000 }).toBe(200);
    const visitor = await request.get(`${url}/api/v1/projects`);
    expect(visitor.status()).toBe(401);
  }, WITHOUT_DEMO);
});
