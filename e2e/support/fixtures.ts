import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import type { BrowserContext, ConsoleMessage, Page } from "@playwright/test";
import { type Installation, withInstallation } from "./installation.ts";
import { type Newsroom, openNewsroom } from "./newsroom.ts";
import { openDesk } from "./screens/desk.ts";
import { giveSession } from "./session.ts";
import { type Site, withSite } from "./site.ts";

/** Somebody with an account, or a member of a project, as the factories make them. */
type Somebody = { id: string } | { user: { id: string } };

type Fixtures = {
  /** A project of this test's own. */
  newsroom: Newsroom;
  /** A browser of its own in which the person is signed in. `page` is a visitor's. */
  as: (person: Somebody) => Promise<Page>;
  /** The desk of an article in the test's newsroom, in a browser of that person's own. */
  deskOf: (person: Somebody, article: { id: string }) => Promise<Page>;
  /** Asserts that axe finds nothing wrong on the page as it stands. */
  axe: (page?: Page) => Promise<void>;
  /** Says which console errors this test provokes on purpose. */
  expectErrors: (...patterns: RegExp[]) => void;
  expectedErrors: RegExp[];
  /** Watches a further browser context (a second person) as the first one is watched. */
  watch: (context: BrowserContext) => void;
  consoleErrors: string[];
  isQuiet: true;
};

type WorkerFixtures = {
  /** A web site of this worker's own, from which the app may fetch. */
  site: Site;
  /** The app under test from within. */
  installation: Installation;
};

/** Every journey's `test`: console errors and uncaught exceptions in any of its browsers fail it. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  installation: [async ({}, use) => withInstallation(use), { scope: "worker" }],
  site: [async ({}, use, { parallelIndex }) => withSite(parallelIndex, use), { scope: "worker" }],
  newsroom: async ({ installation }, use) => {
    await use(await openNewsroom(installation));
  },
  as: async ({ browser, installation, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      contexts.push(context);
      watch(context);
      await giveSession(installation, context, "user" in person ? person.user : person);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  deskOf: async ({ as, newsroom }, use) => {
    await use(async (person, { id }) => {
      const page = await as(person);
      await openDesk(page, newsroom.path(`/articles/${id}`));
      return page;
    });
  },
  axe: async ({ page }, use) => {
    await use(async (other = page) => {
      // A menu floats above the page and belongs to none of its regions.
      const isMenuOpen = await other.locator("[role=menu], [role=listbox]").count();
      const { violations } = await new AxeBuilder({ page: other })
        .options({ rules: { region: { enabled: isMenuOpen === 0 } } })
        .analyze();
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
      }));
      expect(found, `axe on ${other.url()}`).toEqual([]);
    });
  },
  expectedErrors: async ({}, use) => {
    await use([]);
  },
  expectErrors: async ({ expectedErrors }, use) => {
    await use((...patterns) => {
      expectedErrors.push(...patterns);
    });
  },
  consoleErrors: async ({}, use) => {
    await use([]);
  },
  watch: async ({ consoleErrors }, use) => {
    await use((context) => {
      context.on("console", (message) => {
        if (message.type() === "error") consoleErrors.push(describe(message));
      });
      context.on("weberror", (error) =>
        consoleErrors.push(error.error().stack ?? String(error.error())),
      );
    });
  },
  context: async ({ context, watch }, use) => {
    watch(context);
    await use(context);
  },
  isQuiet: [
    async ({ consoleErrors, expectedErrors }, use) => {
      await use(true);
      const unexpected = consoleErrors.filter(
        (text) => !expectedErrors.some((known) => known.test(text)),
      );
      expect(unexpected, "errors on the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

function describe(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `${message.text()} (${url}:${lineNumber})`;
}
