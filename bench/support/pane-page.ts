import type { Browser, Page } from "@playwright/test";
import { clean } from "#lib/cleanup/clean.ts";
import { offsetMap } from "#lib/text/offsets.ts";
import { inventedArticle } from "./invented-article.ts";

/** What `bundlePage` gives. */
export type Bundle = { js: string; css: string };

/** The same paragraphs and spans for both, each in the counting and form that it takes. */
export function preparedArticle(words: number, marks: number) {
  const { text: raw, marks: made } = inventedArticle(1, words, marks);
  const { text, blocks } = clean({ text: raw, mediaType: "text/plain" });
  const offsets = offsetMap(text);
  const slice = (start: number, end: number) =>
    text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
  const ours = made.map((mark, index) => ({ id: `mark-${index}`, ...mark }));
  // Where the peer's text, paragraphs with two line breaks between them, has each block.
  const places: { start: number; end: number; at: number }[] = [];
  let at = 0;
  for (const { start, end } of blocks) {
    places.push({ start: offsets.toUtf16(start), end: offsets.toUtf16(end), at });
    at += offsets.toUtf16(end) - offsets.toUtf16(start) + 2;
  }
  const placeOf = (point: number) => {
    const unit = offsets.toUtf16(point);
    const place = places.findLast(({ start }) => start <= unit);
    if (place === undefined || unit > place.end) throw new Error("A span lies between blocks.");
    return place.at + unit - place.start;
  };
  return {
    ours: {
      text,
      blocks,
      marks: ours.map(({ id, tag, segments }) => ({
        id,
        tag,
        segments: segments.map(({ role, start, end }) => ({ role, start, end })),
      })),
    },
    peer: {
      paragraphs: blocks.map(({ start, end }) => slice(start, end)),
      marks: ours.map(({ id, segments }) => ({
        id,
        segments: segments.map(({ start, end, exact }) => ({
          start: placeOf(start),
          end: placeOf(end),
          exact,
        })),
      })),
    },
  };
}

/** Milliseconds to a frame with highlights in view, and megabytes of heap after a collection. */
export type Mounted = { painted: number; heap: number };

/** Mounts one of bench/pages on a bare page of its own. */
export async function mountedOn(browser: Browser, bundle: Bundle, given: object): Promise<Mounted> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 940 } });
  try {
    await page.setContent(
      '<!doctype html><html lang="en"><body><div id="pane" style="width: 46rem; margin: auto; font: 18px/1.6 serif"></div></body></html>',
    );
    await page.addStyleTag({ content: bundle.css });
    await page.addScriptTag({ content: bundle.js });
    const painted = await page.evaluate(mountAndWait, JSON.stringify(given));
    return { painted, heap: await heapOf(page) };
  } finally {
    await page.close();
  }
}

/** Runs in the browser: milliseconds from mounting to a frame with highlights in view. */
async function mountAndWait(json: string): Promise<number> {
  // Both bundles put their `mount` there; nothing but the page itself knows the global.
  const { bench } = globalThis as unknown as {
    bench: { mount: (element: Element | null, given: object) => void };
  };
  const isPainted = () => {
    const spans = document.querySelectorAll(".r6o-annotation").length;
    let ranges = 0;
    for (const highlight of CSS.highlights.values()) ranges += highlight.size;
    return spans + ranges > 0;
  };
  // As from an answer over HTTP.
  const given = JSON.parse(json) as object;
  const start = performance.now();
  bench.mount(document.querySelector("#pane"), given);
  await new Promise<void>((resolve) => {
    const look = () => {
      // The frame that shows them is drawn after this callback; the next one comes when it was.
      if (isPainted()) requestAnimationFrame(() => resolve());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return performance.now() - start;
}

/** Megabytes in use once all garbage is gone. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1_000_000;
}
