import type { BrowserContext } from "@playwright/test";

/** Milliseconds since the navigation began. */
export type Opened = {
  /** The last byte of the page has come. */
  received: number;
  /** The marks are painted, a card stands beside them, and a frame was drawn. */
  usable: number;
};

/** On a machine with other work. */
const PATIENCE_MS = 120_000;

/** Open a desk in a new page, and look at every frame until the marks in view are there: they come at once. */
export async function openDesk(
  context: BrowserContext,
  url: string,
  marks: number,
): Promise<Opened> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    await page.addInitScript(watchForUsable, marks);
    await page.goto(url, { waitUntil: "commit" });
    const answer = await page.waitForFunction(() => performance.getEntriesByName("usable").length);
    await answer.dispose();
    return await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation");
      const isTimed = navigation instanceof PerformanceNavigationTiming;
      return {
        received: isTimed ? navigation.responseEnd : Number.NaN,
        usable: performance.getEntriesByName("usable")[0]?.startTime ?? Number.NaN,
      };
    });
  } finally {
    await page.close();
  }
}

/** Runs in the browser, before the page's own scripts. */
function watchForUsable(marks: number): void {
  const painted = () => {
    let ranges = 0;
    for (const [name, highlight] of CSS.highlights) {
      if (name.startsWith("onrecord-")) ranges += highlight.size;
    }
    return ranges;
  };
  const isCardThere = () => {
    const card = document.querySelector("[data-card]");
    return card !== null && card.getBoundingClientRect().height > 0;
  };
  const look = () => {
    // The editor has drawn the text: until then the page says that it loads.
    const isReady = document.querySelector("[role=textbox]") !== null;
    if (isReady && (marks === 0 || (painted() > 0 && isCardThere()))) {
      // The frame that shows them is drawn after this callback; the next one comes when it was.
      requestAnimationFrame(() => performance.mark("usable"));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
