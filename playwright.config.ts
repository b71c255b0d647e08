import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Where the app under test answers; `npm test` starts one on a free port and says so here. */
const baseURL = process.env.ONRECORD_URL ?? "http://127.0.0.1:3000";
const isRoot = process.getuid?.() === 0;
const browser = process.env.CHROMIUM_PATH ?? systemBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL,
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "Europe/London",
    colorScheme: "light",
    reducedMotion: "reduce",
    viewport: { width: 1440, height: 940 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: ["--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
});

/** A browser that the machine has anyway; otherwise Playwright uses the one it installed itself. */
function systemBrowser(): string | undefined {
  return [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((path) => existsSync(path));
}
