import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { DomainError } from "#lib/errors.ts";
import { runProgram } from "./run-program.ts";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium that is on this machine: the one CHROMIUM_PATH names, the system's, or Playwright's. */
export function installedBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return [...PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/**
 * A Chromium to test with, fetched when there is none: Playwright's own first, then the system's
 * package, which only root may install. Refused with a DomainError when neither can be had.
 */
export async function findOrGetBrowser(options: {
  root: string;
  say: (sentence: string) => void;
  signal: AbortSignal;
}): Promise<string> {
  const { root, say, signal } = options;
  const found = installedBrowser();
  if (found) return found;
  say("There is no browser here; asking Playwright for its Chromium.");
  await runProgram({
    args: ["node_modules/@playwright/test/cli.js", "install", "chromium"],
    cwd: root,
    signal,
  });
  if (!installedBrowser() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Playwright could not be reached; installing the system's chromium.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (args: string[]) =>
      runProgram({ command: "/usr/bin/apt-get", args, cwd: root, env, signal });
    await apt(["update"]);
    await apt(["install", "-y", "--no-install-recommends", "chromium"]);
  }
  const got = installedBrowser();
  if (got) return got;
  throw new DomainError(
    "unavailable",
    "There is no browser to test with. Install Chromium or Chrome, or name one with CHROMIUM_PATH.",
  );
}
