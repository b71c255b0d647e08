import type { Boilerplate } from "../block.ts";
import type { PageBlock, Place } from "./place.ts";
import { ancestry, isWithin, linkDensity } from "./place.ts";
import type { Named } from "./label-rules.ts";
import { boilerplateOfPlace, isNamedBody } from "./label-rules.ts";

/** Which element of a page holds the article, and what the elements around its blocks say of them. */
export type MainContent = {
  readonly container: Place | null;
  /** What the outermost element that has such a name or tag makes of the block. */
  readonly marker: (block: PageBlock) => Boilerplate | null;
};

/**
 * Finds the article by where its prose stands: every paragraph gives its weight to the elements
 * around it, less with distance (the measure of Readability), and the heaviest wins; an element
 * that the page names as its article's body wins over its own surroundings.
 */
export function findMainContent(blocks: readonly PageBlock[]): MainContent {
  const prose = proseByPlace(blocks);
  const total = Math.max(...prose.values(), 0);

  const common = commonNames(prose, total);
  /** Names are no evidence against an element that holds most of the prose of the page. */
  const isTrusted = (place: Place) => (prose.get(place) ?? 0) < total * 0.4;
  const known = new Map<Place, Place | null>();
  const markerOf = (place: Place): Place | null => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const outer = place.parent ? markerOf(place.parent) : null;
    const own = outer ?? (isTrusted(place) && boilerplateOfPlace(place, common) ? place : null);
    known.set(place, own);
    return own;
  };

  const unmarked = blocks.filter((block) => !markerOf(block.place));
  const scores = scoreContainers(unmarked);
  const container = settle(best(scores), unmarked);
  const marker = (block: PageBlock) => {
    const place = markerOf(block.place);
    return place && (boilerplateOfPlace(place, common)?.boilerplate ?? null);
  };
  return { container, marker };
}

/**
 * Names that stand on elements with nearly all the prose between them: page builders call every
 * paragraph a widget. Comments may well be most of a page, and stay comments.
 */
function commonNames(prose: ReadonlyMap<Place, number>, total: number): ReadonlySet<string> {
  const names = new Map<Place, Named | null>();
  for (const place of prose.keys()) names.set(place, boilerplateOfPlace(place));
  const sums = new Map<string, number>();
  for (const [place, weight] of prose) {
    const named = names.get(place);
    if (!named || named.boilerplate === "comments") continue;
    let isInside = false;
    for (let at = place.parent; at && !isInside; at = at.parent) {
      isInside = names.get(at)?.by === named.by;
    }
    if (!isInside) sums.set(named.by, (sums.get(named.by) ?? 0) + weight);
  }
  return new Set([...sums].flatMap(([by, sum]) => (sum > total * 0.7 ? [by] : [])));
}

/** Characters of unlinked sentences within each element. */
function proseByPlace(blocks: readonly PageBlock[]): Map<Place, number> {
  const prose = new Map<Place, number>();
  for (const block of blocks) {
    const weight = proseWeight(block);
    if (weight === 0) continue;
    for (const place of ancestry(block.place)) prose.set(place, (prose.get(place) ?? 0) + weight);
  }
  return prose;
}

function proseWeight(block: PageBlock): number {
  if (block.letters < 80 || linkDensity(block) > 0.5) return 0;
  return block.letters * (1 - linkDensity(block));
}

function scoreContainers(blocks: readonly PageBlock[]): Map<Place, number> {
  const scores = new Map<Place, number>();
  for (const block of blocks) {
    const score = paragraphScore(block);
    if (score <= 0) continue;
    let share = 1;
    let distance = 0;
    // A block's own element is its paragraph; text that lies bare in a container counts for that.
    const first = INNER_TAGS.has(block.place.tag) ? block.place.parent : block.place;
    for (let place = first; place && distance < 6; place = place.parent) {
      scores.set(place, (scores.get(place) ?? 0) + score * share);
      distance++;
      share = distance === 1 ? 0.5 : 1 / (distance * 3);
    }
  }
  return scores;
}

const INNER_TAGS = new Set([
  "p",
  "pre",
  "li",
  "td",
  "dd",
  "dt",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);

function paragraphScore(block: PageBlock): number {
  if (block.letters < 25 || /^h[1-6]$/.test(block.place.tag)) return 0;
  const commas = block.text.match(COMMAS)?.length ?? 0;
  const points = 1 + commas + Math.min(3, block.letters / 100);
  return points * (1 - Math.min(1, linkDensity(block)));
}

/** Commas and full stops that stand inside a paragraph: sentences have them, menus do not. */
const COMMAS = /[,،、，;；。।،؛]/g;

function best(scores: ReadonlyMap<Place, number>): Place | null {
  let winner: Place | null = null;
  let highest = 0;
  for (const [place, score] of scores) {
    const weighed = score * (isNamedBody(place) ? 1.3 : place.tag === "article" ? 1.1 : 1);
    if (weighed > highest) {
      highest = weighed;
      winner = place;
    }
  }
  return winner;
}

/**
 * The heaviest element may be one of several that hold the article (then climb to what holds them
 * all), or hold much besides (then descend to what the page names as the article's body).
 */
function settle(start: Place | null, blocks: readonly PageBlock[]): Place | null {
  if (!start) return null;
  const prose = proseByPlace(blocks);
  return namedBodyWithin(climb(start, blocks, prose), prose);
}

function climb(
  start: Place,
  blocks: readonly PageBlock[],
  prose: ReadonlyMap<Place, number>,
): Place {
  let chosen = start;
  let tries = 0;
  for (
    let place: Place | null = start.parent;
    place && !OUTERMOST.has(place.tag);
    place = place.parent
  ) {
    const inner = prose.get(chosen) ?? 0;
    const outer = prose.get(place) ?? 0;
    if (outer < inner * 1.25) continue;
    if (++tries > MOST_CLIMBS) break;
    if (isMoreOfTheSame(chosen, place, blocks) || outer < inner * 2) chosen = place;
  }
  return chosen;
}

/** Each climb looks at all blocks, so a page cannot ask for many. */
const MOST_CLIMBS = 12;

const OUTERMOST = new Set(["html", "body", "#document"]);

/** What the outer element adds is mostly made of paragraphs named like those of the inner one. */
function isMoreOfTheSame(inner: Place, outer: Place, blocks: readonly PageBlock[]): boolean {
  const named = new Map<string, number>();
  let added = 0;
  let alike = 0;
  for (const block of blocks) {
    const weight = proseWeight(block);
    if (weight > 0 && isWithin(block.place, inner)) {
      named.set(signature(block), (named.get(signature(block)) ?? 0) + weight);
    }
  }
  for (const block of blocks) {
    const weight = proseWeight(block);
    if (weight === 0 || !isWithin(block.place, outer) || isWithin(block.place, inner)) continue;
    added += weight;
    if (named.has(signature(block))) alike += weight;
  }
  return added > 0 && alike > added * 0.7;
}

/** Paragraphs without names of their own are told by their parent's. */
function signature({ place }: PageBlock): string {
  return `${place.tag} ${place.label} in ${place.parent?.tag} ${place.parent?.label}`;
}

function namedBodyWithin(container: Place, prose: ReadonlyMap<Place, number>): Place {
  const enough = (prose.get(container) ?? 0) * 0.7;
  let found = container;
  for (const [place, weight] of prose) {
    if (weight < enough || OUTERMOST.has(place.tag) || !isNamedBody(place)) continue;
    if (isWithin(place, container) && place.depth > found.depth) found = place;
  }
  return found;
}

/** True when the block stands in the article's container. */
export function isInMain(block: PageBlock, main: MainContent): boolean {
  return main.container === null || isWithin(block.place, main.container);
}
