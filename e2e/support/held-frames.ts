import type { Page } from "@playwright/test";

/**
 * Holds back what the page wants to do with its next frames, as a busy machine does, until the function
 * that this gives is called. Keys and clicks still arrive.
 */
export async function holdFrames(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { requestAnimationFrame: ask, cancelAnimationFrame: cancel } = window;
    const held = new Map<number, FrameRequestCallback>();
    window.requestAnimationFrame = (run) => {
      const id = -1 - held.size;
      held.set(id, run);
      return id;
    };
    window.cancelAnimationFrame = (id) => (held.has(id) ? held.set(id, () => {}) : cancel(id));
    window.addEventListener(
      "let-frames-go",
      () => {
        window.requestAnimationFrame = ask;
        window.cancelAnimationFrame = cancel;
        for (const run of held.values()) ask(run);
      },
      { once: true },
    );
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event("let-frames-go")));
}
