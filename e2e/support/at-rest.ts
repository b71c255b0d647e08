import type { Locator } from "@playwright/test";

/** Waits until an element stands where it stood four frames before: hands aim at what does not move. */
export async function atRest(locator: Locator): Promise<void> {
  await locator.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let before = ""; ;) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const now = [x, y, width, height].join(" ");
      if (now === before) return;
      before = now;
      for (let count = 0; count < 4; count++) await frame();
    }
  });
}
