import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDomainError } from "#lib/errors.ts";
import { buildApp } from "./build-app.ts";
import { findOrGetBrowser } from "./browser.ts";
import { runProgram } from "./run-program.ts";
import { type Counts, countPlaywright, countVitest, NOTHING } from "./tally.ts";
import { freePort, withApp } from "./with-app.ts";

export type Checking = {
  root: string;
  signal: AbortSignal;
  /** Names or parts of names that the test runners look for; all when empty. */
  filters: readonly string[];
};

const PASSED: Counts = { ...NOTHING, passed: 1 };
const FAILED: Counts = { ...NOTHING, failed: 1 };

/** Checks without tests of their own: each counts as one. */
const PROGRAMS = {
  format: ["node_modules/oxfmt/bin/oxfmt", "--check", "."],
  lint: ["node_modules/oxlint/bin/oxlint", "--deny-warnings"],
  types: ["node_modules/typescript/bin/tsc", "--noEmit"],
  "unused code": ["node_modules/knip/bin/knip.js", "--no-progress"],
  "architecture page": ["scripts/draw-architecture.ts", "--check"],
} as const satisfies Record<string, readonly string[]>;

/** Format, lint, types, unused code and the drawn architecture. */
export async function checkSources({ root, signal }: Checking): Promise<Counts[]> {
  const counts: Counts[] = [];
  for (const [name, args] of Object.entries(PROGRAMS)) {
    const { status, output } = await runProgram({ args, cwd: root, signal });
    signal.throwIfAborted();
    counts.push(report(name, status === 0, output));
  }
  return counts;
}

/** The tests of one tier of vitest. */
export async function runVitest(tier: "pure" | "db", checking: Checking): Promise<Counts> {
  return withReport(async (file) => {
    const { status } = await runProgram({
      args: [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--project",
        tier,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
        "--passWithNoTests",
        ...checking.filters,
      ],
      cwd: checking.root,
      env: { ...process.env, NODE_ENV: "test" },
      signal: checking.signal,
      isShown: true,
    });
    checking.signal.throwIfAborted();
    return failedAnyhow(status, existsSync(file) ? countVitest(readJson(file)) : NOTHING);
  });
}

/** Where each of the two workers of the journeys serves a site of its own, which the app may fetch from. */
async function sitesOfJourneys(): Promise<string> {
  const ports = await Promise.all([freePort(), freePort()]);
  return ports.map((port) => `127.0.0.1:${port}`).join(",");
}

/** The journeys, in a real browser, against the built app; the build itself counts as one. */
export async function runJourneys(checking: Checking): Promise<Counts[]> {
  const { root, signal, filters } = checking;
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
  const counts: Counts[] = [];
  try {
    const browser = await findOrGetBrowser({ root, say, signal });
    // Kept in use from here on, so that nobody removes it before it is served.
    const build = await buildApp({ root, say, signal });
    counts.push(report("build", true, ""));
    const journeys = await withApp(
      (app) =>
        withReport(async (file) => {
          const { status } = await runProgram({
            args: [
              "node_modules/@playwright/test/cli.js",
              "test",
              "--reporter=list,json",
              ...filters,
            ],
            cwd: root,
            env: { ...app.env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
            signal,
            isShown: true,
          });
          signal.throwIfAborted();
          return failedAnyhow(status, existsSync(file) ? countPlaywright(readJson(file)) : NOTHING);
        }),
      { ONRECORD_FETCH_ALLOW: await sitesOfJourneys() },
    ).finally(build.release);
    counts.push(journeys);
  } catch (error) {
    signal.throwIfAborted();
    const text = error instanceof Error ? (isDomainError(error) ? error.message : error.stack) : "";
    counts.push(report("the app in a browser", false, text ?? String(error)));
  }
  return counts;
}

function report(name: string, isPassed: boolean, output: string): Counts {
  process.stdout.write(`${isPassed ? "passed" : "FAILED"}  ${name}\n`);
  if (!isPassed) process.stdout.write(`${output.trimEnd()}\n\n`);
  return isPassed ? PASSED : FAILED;
}

/** A runner can fail without one failed test: its setup, or an error between tests. */
function failedAnyhow(status: number, counts: Counts): Counts {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function withReport<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-report-"));
  try {
    return await work(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The reports of our own tools; what they hold is said by the parameter that takes them. */
function readJson(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}
