import { wordsOf } from "./fragments.ts";
import type { Fragment } from "./page.ts";
import { rowsOf } from "./reading-order.ts";

/** What stands at the edge of pages beside their text: running heads and feet, and page numbers. */
export type Furniture = {
  readonly text: string;
  readonly boilerplate: "repeated" | "navigation";
};

export type FurnishedPage = {
  readonly heads: readonly Furniture[];
  readonly feet: readonly Furniture[];
  /** What remains. */
  readonly fragments: readonly Fragment[];
};

type PageOf = { readonly height: number; readonly fragments: readonly Fragment[] };

/** At most so many lines at either edge, within this share of the page's height. */
const MOST_LINES = 4;
const EDGE = 0.16;

/**
 * Tells the furniture of pages from their text. A line is furniture when it stands outermost and comes
 * again at the same height of other pages, whatever its numbers are, or counts the pages.
 */
export function tellFurniture(pages: readonly PageOf[]): FurnishedPage[] {
  const edges = pages.map((page, index) => edgeRows(page, index));
  const again = countAgain(edges.flat());
  const firstNumbers = countOffsets(edges.flat());
  return pages.map((page, index) => {
    const rows = edges[index] ?? [];
    const taken = new Set<Fragment>();
    const take = (edge: "head" | "foot"): Furniture[] => {
      const found: Furniture[] = [];
      for (const row of rows.filter((one) => one.edge === edge)) {
        const boilerplate = judge(row, pages.length, again, firstNumbers);
        if (boilerplate === null) break;
        for (const fragment of row.fragments) taken.add(fragment);
        found.push({ text: row.text, boilerplate });
      }
      return found;
    };
    const heads = take("head");
    const feet = take("foot").reverse();
    return { heads, feet, fragments: page.fragments.filter((one) => !taken.has(one)) };
  });
}

type EdgeRow = {
  readonly edge: "head" | "foot";
  readonly page: number;
  readonly text: string;
  readonly fragments: readonly Fragment[];
  readonly y: number;
};

/** From the outside inwards. */
function edgeRows({ fragments, height }: PageOf, page: number): EdgeRow[] {
  const rows = rowsOf(fragments);
  const asEdge = (edge: "head" | "foot") => (row: readonly Fragment[]) => ({
    edge,
    page,
    text: wordsOf(
      row.flatMap((one) => one.runs),
      true,
    ),
    fragments: row,
    y: row[0]?.y ?? 0,
  });
  const isHead = (row: readonly Fragment[]) => (row[0]?.y ?? 0) < height * EDGE;
  const isFoot = (row: readonly Fragment[]) => (row[0]?.y ?? 0) > height * (1 - EDGE);
  return [
    ...rows.slice(0, MOST_LINES).filter(isHead).map(asEdge("head")),
    ...rows.slice(-MOST_LINES).filter(isFoot).reverse().map(asEdge("foot")),
  ];
}

/** How many pages have a line of these words at about this height, but for a number that counts the pages. */
function countAgain(rows: readonly EdgeRow[]): ReadonlyMap<string, number> {
  const pages = new Map<string, Set<number>>();
  for (const row of rows) {
    // A line on the border between two steps of height counts in both.
    for (const key of keysOf(row)) {
      const known = pages.get(key) ?? new Set();
      known.add(row.page);
      pages.set(key, known);
    }
  }
  return new Map([...pages].map(([key, known]) => [key, known.size]));
}

function keysOf(row: EdgeRow): string[] {
  const words = row.text.toLowerCase();
  const numbers = [...words.matchAll(/\d+/g)].slice(0, 6);
  const counting = numbers.map(({ 0: digits, index }) => {
    const around = `${words.slice(0, index)}#${words.slice(index + digits.length)}`;
    return `${around} ${Number(digits) - row.page}`;
  });
  const step = Math.floor(row.y / 6);
  return [words, ...counting].flatMap((key) =>
    [0, 1].map((more) => `${row.edge} ${step + more} ${key}`),
  );
}

/** How often a page's number is ahead of its place by so much. */
function countOffsets(rows: readonly EdgeRow[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const number = pageNumber(row.text);
    if (number === null) continue;
    const offset = number - row.page;
    counts.set(offset, (counts.get(offset) ?? 0) + 1);
  }
  return counts;
}

function judge(
  row: EdgeRow,
  pageCount: number,
  again: ReadonlyMap<string, number>,
  offsets: ReadonlyMap<number, number>,
): Furniture["boilerplate"] | null {
  const number = pageNumber(row.text);
  if (number !== null) {
    const isCounting = (offsets.get(number - row.page) ?? 0) >= 2;
    const isSaidSo = /\p{L}|\/|^[-–—]/u.test(row.text) || row.edge === "foot";
    if (isCounting || (pageCount <= 2 && isSaidSo)) return "navigation";
  }
  const times = Math.max(...keysOf(row).map((key) => again.get(key) ?? 0));
  const needed = pageCount <= 6 ? 2 : 3;
  return times >= needed ? "repeated" : null;
}

const PAGE_NUMBER =
  /^[-–—|·\s[(]*(?:(?:page|pagina|página|seite|sida|side|strona|стр\.?|страница|p\.?|s\.?)\s*)?(\d{1,5}|[ivxlcdm]{1,8})(?:\s*(?:\/|of|von|de|di|sur|af|av|z|из|\|)\s*\d{1,5})?[-–—|·\s\])]*$/iu;

/** The number that a line gives its page; null for a line that gives none. */
function pageNumber(text: string): number | null {
  const stated = PAGE_NUMBER.exec(text.trim())?.[1];
  if (stated === undefined) return null;
  return /^\d/.test(stated) ? Number(stated) : romanNumber(stated.toLowerCase());
}

function romanNumber(letters: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  return [...letters].reduce((sum, letter, index) => {
    const value = values[letter] ?? 0;
    const next = values[letters[index + 1] ?? ""] ?? 0;
    return sum + (value < next ? -value : value);
  }, 0);
}
