import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import type { BrowserContext, ConsoleMessage, Page } from "@playwright/test";

type Fixtures = {
  /** Says which console errors this test provokes on purpose. */
  expectErrors: (...patterns: RegExp[]) => void;
  expectedErrors: RegExp[];
  /** Watches a further browser context (a second person) as the first one is watched. */
  watch: (context: BrowserContext) => void;
  /** Asserts that axe finds nothing wrong on the page as it stands. */
  axe: (page?: Page) => Promise<void>;
  consoleErrors: string[];
};

/** Every journey's `test`: console errors and uncaught exceptions fail it. */
export const test = base.extend<Fixtures>({
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
  context: async ({ context, watch, consoleErrors, expectedErrors }, use) => {
    watch(context);
    await use(context);
    const unexpected = consoleErrors.filter(
      (text) => !expectedErrors.some((known) => known.test(text)),
    );
    expect(unexpected, "errors on the browser's console").toEqual([]);
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
});

export { expect };

function describe(message: ConsoleMessage): string {
  const { url, lineNumber } = message.location();
  return `${message.text()} (${url}:${lineNumber})`;
}
