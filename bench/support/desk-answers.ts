import type { BrowserContext, Page } from "@playwright/test";
import { scriptBetween, workBetween, type TraceEvent } from "./main-thread.ts";

/** Milliseconds of each press. */
export type Presses = {
  /** What the page's own scripts took of the processor until the first task after the next frame. */
  script: number[];
  /** What everything on the page's main thread took of it, the frame's style, layout and paint with it. */
  work: number[];
  /** From the event's time stamp to that task. */
  painted: number[];
};

export type DeskAnswers = {
  marking: Presses;
  /** Of each frame on the way from top to bottom, what our own scripts took. */
  scrolling: number[];
  typing: Presses;
  filtering: Presses;
  selecting: Presses;
};

const PRESSES = 200;
const FEWER = 40;
/** What the trace calls the script that watches the presses. */
const WATCHER = "bench:presses";
const WATCHING = { content: `(${watchPresses.toString()})();\n//# sourceURL=${WATCHER}` };
/** A page of thousands of marks on a machine with other work. */
const PATIENCE_MS = 120_000;

/** Opens a desk and tries what people do all day, with real keys. */
export async function atDesk(context: BrowserContext, url: string): Promise<DeskAnswers> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    await page.addInitScript(WATCHING);
    await page.goto(url);
    await page.locator("[role=textbox]").waitFor();
    await page.waitForFunction(() => [...CSS.highlights.values()].some(({ size }) => size > 0));
    await page.locator("[data-save=saved]").waitFor();
    return {
      scrolling: scriptBetween(await traced(page, () => scroll(page)), "frame", "frame", WATCHER),
      // On the text as it was given; the marks that are made then stand close together.
      selecting: await step(page),
      filtering: await filter(page),
      marking: await mark(page),
      typing: await type(page),
    };
  } finally {
    await page.close();
  }
}

/** A key pressed on a page with nothing on it: what the browser itself takes to answer. */
export async function onEmptyPage(context: BrowserContext): Promise<number[]> {
  const page = await context.newPage();
  try {
    await page.addInitScript(WATCHING);
    await page.goto("about:blank");
    const painted: number[] = [];
    for (let press = 0; press < PRESSES; press++) painted.push(await pressOnce(page, "x"));
    return painted;
  } finally {
    await page.close();
  }
}

/** Selects a word, and makes it a claim by one key: the press of that key is what counts. */
async function mark(page: Page): Promise<Presses> {
  await page.locator("[role=textbox]").focus();
  return presses(page, "c", PRESSES, {
    async before() {
      await page.keyboard.press("Control+ArrowRight");
      await page.keyboard.press("Control+ArrowRight");
      await page.keyboard.press("Control+Shift+ArrowRight");
    },
    after: () => page.keyboard.press("Escape"),
  });
}

async function step(page: Page): Promise<Presses> {
  await page.locator("[role=textbox]").focus();
  return presses(page, "j", FEWER);
}

async function filter(page: Page): Promise<Presses> {
  await page.locator("[role=textbox]").focus();
  return presses(page, "Shift+D", FEWER);
}

async function type(page: Page): Promise<Presses> {
  await page.locator("[role=textbox]").focus();
  await page.keyboard.press("j");
  const card = page.locator("[data-card]:has([aria-current=true])");
  const field = card.locator("input:not([type=checkbox]), textarea").first();
  await field.focus();
  return presses(page, "x", FEWER);
}

/** So many presses of one key, each after the page has come to rest. */
async function presses(
  page: Page,
  key: string,
  count: number,
  around: { before?: () => Promise<void>; after?: () => Promise<void> } = {},
): Promise<Presses> {
  const painted: number[] = [];
  const events = await traced(page, async () => {
    for (let press = 0; press < count; press++) {
      await around.before?.();
      // What the server answers to the press before belongs to that one.
      await page.locator("[data-save=saved]").waitFor();
      painted.push(await pressOnce(page, key));
      await around.after?.();
    }
  });
  return {
    script: scriptBetween(events, "press", "painted", WATCHER),
    work: workBetween(events, "press", "painted"),
    painted,
  };
}

/**
 * A hand holds its keys for longer than an answer takes: what is held with the key is down before, and
 * all are let go afterwards. (A key let go is an event of its own, after which Chromium keeps every
 * other task back until another frame.)
 */
async function pressOnce(page: Page, keys: string): Promise<number> {
  const held = keys.split("+");
  const key = held.pop() ?? "";
  for (const modifier of held) await page.keyboard.down(modifier);
  await page.evaluate(() => globalThis.onrecordBench.rest());
  await page.evaluate(() => globalThis.onrecordBench.begin());
  await page.keyboard.down(key);
  const painted = await page.evaluate(() => globalThis.onrecordBench.answer());
  for (const down of [key, ...held]) await page.keyboard.up(down);
  return painted;
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
    categories: ["devtools.timeline", "blink.user_timing", "v8", "toplevel"],
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
