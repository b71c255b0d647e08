import type { BrowserContext, Page } from "@playwright/test";
import { scriptBetween, type TraceEvent } from "./own-script.ts";

/** Milliseconds of each try. */
export type DeskAnswers = {
  marking: { script: number[]; painted: number[] };
  /** Of each frame on the way from top to bottom, what our own scripts took. */
  scrolling: number[];
  typing: number[];
  filtering: number[];
  selecting: number[];
};

const PRESSES = 50;
const FEWER = 20;
/** A page of thousands of marks on a machine with other work. */
const PATIENCE_MS = 120_000;

/** Opens a desk and tries what people do all day, with real keys. */
export async function atDesk(context: BrowserContext, url: string): Promise<DeskAnswers> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    await page.addInitScript(watchPresses);
    await page.goto(url);
    await page.locator("[role=textbox]").waitFor();
    await page.waitForFunction(() => CSS.highlights.size > 0);
    await page.locator("[data-save=saved]").waitFor();
    return {
      scrolling: scriptBetween(await traced(page, () => scroll(page)), "frame", "frame"),
      marking: await mark(page),
      selecting: await pressed(page, "j", FEWER),
      filtering: await filter(page),
      typing: await type(page),
    };
  } finally {
    await page.close();
  }
}

/** Selects a word, and makes it a claim by one key: the press of that key is what counts. */
async function mark(page: Page): Promise<DeskAnswers["marking"]> {
  const painted: number[] = [];
  await page.locator("[role=textbox]").focus();
  const events = await traced(page, async () => {
    for (let press = 0; press < PRESSES; press++) {
      await page.keyboard.press("Control+ArrowRight");
      await page.keyboard.press("Control+ArrowRight");
      await page.keyboard.press("Control+Shift+ArrowRight");
      painted.push(...(await pressed(page, "c", 1)));
      await page.keyboard.press("Escape");
    }
  });
  return { script: scriptBetween(events, "press", "painted"), painted };
}

async function filter(page: Page): Promise<number[]> {
  const button = page.getByRole("button", { name: /^Denials/u });
  await button.focus();
  return pressed(page, "Space", FEWER);
}

async function type(page: Page): Promise<number[]> {
  await page.locator("[role=textbox]").focus();
  await page.keyboard.press("j");
  const card = page.locator("[data-card]:has([aria-current=true])");
  const field = card.locator("input:not([type=checkbox]), textarea").first();
  await field.focus();
  return pressed(page, "x", FEWER);
}

/** So many presses of one key, each after the page has come to rest: milliseconds until each is painted. */
async function pressed(page: Page, key: string, count: number): Promise<number[]> {
  const answers: number[] = [];
  for (let press = 0; press < count; press++) {
    // What the server answers to the press before belongs to that one.
    await page.locator("[data-save=saved]").waitFor();
    await page.evaluate(() => globalThis.onrecordBench.rest());
    await page.evaluate(() => globalThis.onrecordBench.begin());
    await page.keyboard.press(key);
    answers.push(await page.evaluate(() => globalThis.onrecordBench.answer()));
  }
  return answers;
}

/** A screen at each frame, down to the end. */
function scroll(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const scroller = document.querySelector("[data-scroller]");
    if (!scroller) throw new Error("Nothing scrolls.");
    await globalThis.onrecordBench.rest();
    performance.mark("frame");
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2) {
      scroller.scrollTop += scroller.clientHeight;
      await globalThis.onrecordBench.frame();
      performance.mark("frame");
    }
  });
}

/** What Chromium notes of the page's scripts meanwhile: nothing of the page itself is touched. */
async function traced(page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page has no browser of its own.");
  await browser.startTracing(page, {
    categories: ["devtools.timeline", "blink.user_timing", "v8"],
  });
  let trace: Buffer | undefined;
  try {
    await work();
  } finally {
    trace = await browser.stopTracing();
  }
  return (JSON.parse(trace.toString("utf8")) as { traceEvents: TraceEvent[] }).traceEvents;
}

declare global {
  var onrecordBench: {
    /** From now on the next press counts. */
    begin(): void;
    /** Milliseconds from its time stamp to the first task after its frame. */
    answer(): Promise<number>;
    rest(): Promise<void>;
    frame(): Promise<void>;
  };
}

/** Runs in the browser, before the page's own scripts. */
function watchPresses(): void {
  let isAwaited = false;
  let result: Promise<number> = Promise.resolve(Number.NaN);
  const frame = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => resolve(), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    });
  globalThis.onrecordBench = {
    begin() {
      isAwaited = true;
      result = Promise.resolve(Number.NaN);
    },
    answer: () => result,
    frame,
    async rest() {
      // What follows a frame behind is drawn in the second.
      for (let time = 0; time < 3; time++) await frame();
      await new Promise<void>((resolve) =>
        requestIdleCallback(() => resolve(), { timeout: 2_000 }),
      );
    },
  };
  // The first listener of all.
  window.addEventListener(
    "keydown",
    ({ timeStamp }) => {
      if (!isAwaited) return;
      isAwaited = false;
      performance.mark("press");
      result = frame().then(() => {
        performance.mark("painted");
        return performance.now() - timeStamp;
      });
    },
    true,
  );
}
