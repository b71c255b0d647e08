import type { BrowserContext, Page } from "@playwright/test";

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

/** Opens a desk and tries what people do all day, with real keys. */
export async function atDesk(
  context: BrowserContext,
  url: string,
  marks: number,
): Promise<DeskAnswers> {
  const page = await context.newPage();
  try {
    await page.addInitScript(measureTasks);
    await page.goto(url);
    await page.locator("[role=textbox]").waitFor();
    await page.waitForFunction((count) => {
      let ranges = 0;
      for (const highlight of CSS.highlights.values()) ranges += highlight.size;
      return ranges >= count;
    }, marks);
    const scrolling = await scroll(page);
    return {
      marking: await mark(page),
      scrolling,
      selecting: (await pressed(page, "j", FEWER)).map((each) => each.painted),
      filtering: await filter(page),
      typing: await type(page),
    };
  } finally {
    await page.close();
  }
}

/** Selects a word, and makes it a claim by one key: the press from each is what counts. */
async function mark(page: Page): Promise<DeskAnswers["marking"]> {
  const script: number[] = [];
  const painted: number[] = [];
  await page.locator("[role=textbox]").focus();
  for (let press = 0; press < PRESSES; press++) {
    await page.keyboard.press("Control+ArrowRight");
    await page.keyboard.press("Control+ArrowRight");
    await page.keyboard.press("Control+Shift+ArrowRight");
    const [answer] = await pressed(page, "c", 1);
    if (!answer) continue;
    script.push(answer.script);
    painted.push(answer.painted);
    await page.keyboard.press("Escape");
  }
  return { script, painted };
}

async function filter(page: Page): Promise<number[]> {
  const button = page.getByRole("button", { name: /^Denials/u });
  await button.focus();
  return (await pressed(page, "Space", FEWER)).map((each) => each.painted);
}

async function type(page: Page): Promise<number[]> {
  await page.locator("[role=textbox]").focus();
  await page.keyboard.press("j");
  const card = page.locator("[data-card]:has([aria-current=true])");
  const field = card.locator("input:not([type=checkbox]), textarea").first();
  await field.focus();
  return (await pressed(page, "x", FEWER)).map((each) => each.painted);
}

type Press = { script: number; painted: number };

/** So many presses of one key, each after the page has come to rest. */
async function pressed(page: Page, key: string, count: number): Promise<Press[]> {
  const answers: Press[] = [];
  for (let press = 0; press < count; press++) {
    await page.evaluate(() => globalThis.onrecordBench.rest());
    await page.evaluate(() => globalThis.onrecordBench.begin());
    await page.keyboard.press(key);
    answers.push(await page.evaluate(() => globalThis.onrecordBench.answer()));
  }
  return answers;
}

/** A screen at each frame, down to the end. */
function scroll(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const scroller = document.querySelector("[data-scroller]");
    if (!scroller) throw new Error("Nothing scrolls.");
    const frames: number[] = [];
    await globalThis.onrecordBench.rest();
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2) {
      const before = globalThis.onrecordBench.own;
      scroller.scrollTop += scroller.clientHeight;
      await globalThis.onrecordBench.frame();
      frames.push(globalThis.onrecordBench.own - before);
    }
    return frames;
  });
}

declare global {
  var onrecordBench: {
    /** Milliseconds in the page's own scripts so far. */
    own: number;
    begin(): void;
    answer(): Promise<Press>;
    rest(): Promise<void>;
    frame(): Promise<void>;
  };
}

/**
 * Runs in the browser, before the page's own scripts: every listener, observer, timer and frame of
 * theirs is timed, the outermost alone. Layout that a script forces counts as its own.
 */
function measureTasks(): void {
  let depth = 0;
  const bench = {
    own: 0,
    began: 0,
    stamp: 0,
    result: null as Promise<Press> | null,
    begin() {
      bench.began = bench.own;
      bench.result = null;
    },
    answer: async () => (await bench.result) ?? { script: Number.NaN, painted: Number.NaN },
    frame: () =>
      new Promise<void>((resolve) =>
        later(() => {
          const { port1, port2 } = new Channel();
          port1.addEventListener("message", () => resolve(), { once: true });
          port1.start();
          port2.postMessage(null);
        }),
      ),
    rest: () => new Promise<void>((resolve) => idle(() => resolve(), { timeout: 2_000 })),
  };
  globalThis.onrecordBench = bench;
  const [later, idle, Channel] = [
    requestAnimationFrame.bind(globalThis),
    requestIdleCallback.bind(globalThis),
    MessageChannel,
  ];

  type Work = (...given: never[]) => unknown;
  const timed = (work: Work): Work =>
    function (this: unknown, ...given: never[]) {
      const from = performance.now();
      depth++;
      try {
        return work.apply(this, given);
      } finally {
        depth--;
        if (depth === 0) bench.own += performance.now() - from;
      }
    };

  // The first listener of all: the press has come, and its frame is awaited.
  window.addEventListener(
    "keydown",
    (event) => {
      if (bench.result) return;
      bench.result = bench.frame().then(() => ({
        script: bench.own - bench.began,
        painted: performance.now() - event.timeStamp,
      }));
    },
    true,
  );

  const wrapped = new WeakMap<object, Work>();
  const wrap = (listener: object): Work => {
    const known = wrapped.get(listener);
    if (known) return known;
    const made = timed(
      typeof listener === "function"
        ? (listener as Work)
        : (...given) => (listener as { handleEvent: Work }).handleEvent(...given),
    );
    wrapped.set(listener, made);
    return made;
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    addEventListener.call(this, type, listener && (wrap(listener) as EventListener), options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const known = listener && wrapped.get(listener);
    removeEventListener.call(this, type, (known as EventListener) ?? listener, options);
  };
  const onmessage = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  if (onmessage?.set) {
    const { set } = onmessage;
    Object.defineProperty(MessagePort.prototype, "onmessage", {
      ...onmessage,
      set(this: MessagePort, listener: Work | null) {
        set.call(this, listener && timed(listener));
      },
    });
  }
  for (const name of ["requestAnimationFrame", "setTimeout", "requestIdleCallback"] as const) {
    const original = globalThis[name] as (work: Work, ...more: unknown[]) => number;
    Reflect.set(globalThis, name, (work: Work, ...more: unknown[]) =>
      original(typeof work === "function" ? timed(work) : work, ...more),
    );
  }
  // What React draws after a press, it draws here.
  const microtask = queueMicrotask.bind(globalThis);
  globalThis.queueMicrotask = (work: Work) => microtask(timed(work) as () => void);
  for (const name of ["ResizeObserver", "MutationObserver", "IntersectionObserver"] as const) {
    const Original = globalThis[name];
    Reflect.set(
      globalThis,
      name,
      new Proxy(Original, {
        construct: (target, [work, ...more]: [Work, ...unknown[]]) =>
          Reflect.construct(target, [timed(work), ...more]) as object,
      }),
    );
  }
}
