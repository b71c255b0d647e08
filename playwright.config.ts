import { defineConfig } from "@playwright/test";
import { installedBrowser } from "./scripts/browser.ts";

/** Where the app under test answers; `npm test` starts one on a free port and says so here. */
const baseURL = process.env.ONRECORD_URL ?? "http://127.0.0.1:3000";
const isRoot = process.getuid?.() === 0;
const browser = installedBrowser();

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
    // Recording slows every step; `playwright test --trace on FILE` records one file.
    trace: "off",
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: ["--disable-background-networking", ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
});
