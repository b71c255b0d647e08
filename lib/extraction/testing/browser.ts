import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "@playwright/test";

/** A browser of this machine; null where there is none, and what it prints cannot be tried. */
export const BROWSER =
  [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    chromium.executablePath(),
  ].find((path) => existsSync(path)) ?? null;

/** The page as the browser prints it. */
export async function printPage(html: string, isWithHeaders = false): Promise<Buffer> {
  if (BROWSER === null) throw new Error("There is no browser on this machine.");
  const folder = await mkdtemp(join(tmpdir(), "onrecord-print-"));
  try {
    await writeFile(join(folder, "page.html"), html);
    await promisify(execFile)(
      BROWSER,
      [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        `--user-data-dir=${join(folder, "profile")}`,
        ...(isWithHeaders ? [] : ["--no-pdf-header-footer"]),
        `--print-to-pdf=${join(folder, "page.pdf")}`,
        `file://${join(folder, "page.html")}`,
      ],
      { timeout: 60_000 },
    );
    return await readFile(join(folder, "page.pdf"));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
