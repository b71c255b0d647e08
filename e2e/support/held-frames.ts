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
      // A frame's own number, so that no other is ever cancelled by it.
      const id = ask(() => undefined);
      held.set(id, run);
      return id;
    };
    window.cancelAnimationFrame = (id) => {
      held.delete(id);
      cancel(id);
    };
    window.addEventListener(
      "let-frames-go",
      () => {
        window.requestAnimationFrame = ask;
        for (const [id, run] of held) ask((time) => held.has(id) && run(time));
      },
      { once: true },
    );
  });
  return () => page.evaluate(() => void window.dispatchEvent(new Event("let-frames-go")));
}
