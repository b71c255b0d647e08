import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { faultsOfLayout } from "./layout.ts";
import { turn } from "./screens/colours.ts";

/**
 * Axe in both colours, the second time for colours alone; and nothing lies under anything else. What has
 * opened is looked at by itself: the rest has been seen.
 */
export async function looksRight(
  page: Page,
  name: string,
  { within, only }: Look = {},
): Promise<void> {
  await test.step(name, async () => {
    for (const colorScheme of only ? [only] : (["light", "dark"] as const)) {
      await turn(page, colorScheme);
      // In the page itself: no frames are here, and dozens of states are looked at.
      const axe = new AxeBuilder({ page }).setLegacyMode(true);
      if (within) axe.include(within);
      if (colorScheme === "dark" && !only) axe.withRules(["color-contrast"]);
      else axe.options({ rules: { "target-size": { enabled: true } } });
      const { violations } = await axe.analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
      );
      expect.soft(found, `${name}, ${colorScheme}`).toEqual([]);
    }
    await turn(page, only ?? "light");
    await expectLies(page, name);
  });
}

type Look = { within?: string; only?: "light" | "dark" };

/** Nothing of the page lies beyond its edge, under something else, or is cut. */
export async function expectLies(page: Page, name: string): Promise<void> {
  expect.soft(await faultsOfLayout(page), name).toEqual([]);
}
