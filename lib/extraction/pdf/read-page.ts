import type { PDFPageProxy } from "unpdf/pdfjs";
import type { Page, Run } from "./page.ts";

type Item = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  readonly dir: string;
};

/** The words of one page, turned upright where the page is not. */
export async function readPage(proxy: PDFPageProxy): Promise<Page> {
  const { items } = await proxy.getTextContent({ disableNormalization: false });
  const viewport = proxy.getViewport({ scale: 1 });
  const placed = items.flatMap((item, index) =>
    "str" in item && item.str.trim() !== "" ? [place(item, viewport.transform, index)] : [],
  );
  const angle = commonest(placed);
  const upright = placed.filter((one) => one.angle === angle);
  const isSideways = angle === 90 || angle === 270;
  const [width, height] = isSideways
    ? [viewport.height, viewport.width]
    : [viewport.width, viewport.height];
  return {
    width,
    height,
    runs: upright.map((one) => runOf(one, angle, viewport.width, viewport.height)),
    turned: turnedWords(placed.filter((one) => one.angle !== angle)),
  };
}

type Placed = {
  readonly item: Item;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** In degrees, as one reads: 0, 90, 180 or 270; what leans counts as the nearest. */
  readonly angle: number;
};

function place(item: Item, view: readonly number[], index: number): Placed {
  const [a, b, , , x, y] = multiply(view, item.transform);
  const size = item.height || Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0) || 1;
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const angle = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
  return { item, index, x, y, size, angle };
}

type Matrix = [number, number, number, number, number, number];

function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

/** The way in which most letters run. */
function commonest(placed: readonly Placed[]): number {
  const letters = new Map<number, number>();
  for (const { angle, item } of placed) {
    letters.set(angle, (letters.get(angle) ?? 0) + item.str.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function runOf(placed: Placed, angle: number, width: number, height: number): Run {
  const { item, index, size } = placed;
  const [x, y] = turnBack(placed.x, placed.y, angle, width, height);
  const text = item.str.replace(/\s+/g, " ").replace(SHAPES, (letter) => letter.normalize("NFKC"));
  return { text, x0: x, x1: x + item.width, y, size, font: item.fontName, index };
}

/** Ligatures, and letters of Arabic as they look within a word: how words are drawn, not how they are written. */
const SHAPES = /[\ufb00-\ufb06\ufb50-\ufdcf\ufe70-\ufefc]/g;

function turnBack(
  x: number,
  y: number,
  angle: number,
  width: number,
  height: number,
): [number, number] {
  if (angle === 90) return [y, width - x];
  if (angle === 180) return [width - x, height - y];
  if (angle === 270) return [height - y, x];
  return [x, y];
}

/** Words up the margin, or a stamp across: kept, one a line, since their place says nothing of their order. */
function turnedWords(placed: readonly Placed[]): string[] {
  const words: string[] = [];
  let last: Placed | null = null;
  for (const one of placed) {
    const goesOn = last && last.index + 2 >= one.index && last.angle === one.angle;
    if (goesOn) words.push(`${words.pop() ?? ""} ${one.item.str.trim()}`);
    else words.push(one.item.str.trim());
    last = one;
  }
  return words;
}
