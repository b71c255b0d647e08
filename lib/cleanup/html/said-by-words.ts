import type { Boilerplate } from "../block.ts";
import { endsSentence } from "../measure.ts";
import { isTeaserHeading, phraseOf } from "../rules/phrases.ts";
import type { MainContent } from "./main-content.ts";
import { isInMain } from "./main-content.ts";
import type { PageBlock, Place } from "./place.ts";
import { isWithin, linkDensity } from "./place.ts";

/**
 * What blocks are by their own words, where no name of an element tells it. Outside of the article's
 * element: the author's line, an appeal and the headings over other stories; there and behind the
 * prose within it: the readers' comments. By the index of the block.
 */
export function saidByWords(
  blocks: readonly PageBlock[],
  main: MainContent,
  firstInMain: number,
): ReadonlyMap<number, Boilerplate> {
  const said = new Map<number, Boilerplate>();
  if (firstInMain < 0) return said;
  let prose = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || said.has(index) || main.marker(block)) continue;
    const isInside = isInMain(block, main);
    if (isInside && block.letters > 40 && endsSentence(block.text)) prose += block.letters;
    const phrase =
      block.text.length <= LONGEST && linkDensity(block) < 0.5 ? phraseOf(block.text) : null;
    if (!isInside && phrase && SAYS.has(phrase)) said.set(index, phrase);
    else if (!isInside && isTeaserHeading(block.text)) said.set(index, "teaser");
    if (phrase !== "comments" || prose < ENOUGH_PROSE) continue;
    const end = threadEnd(blocks, main, index);
    for (let at = isInside && end > index + 1 ? index : index + 1; at < end; at++)
      said.set(at, "comments");
  }
  return said;
}

/** Letters of an article that stand above its readers' comments. "Comment" may also be its section. */
const ENOUGH_PROSE = 200;

/** A longer block is no phrase. */
const LONGEST = 320;

const SAYS: ReadonlySet<Boilerplate> = new Set(["byline", "appeal", "comments", "credit"]);

/**
 * Behind the last block of the smallest element that holds the heading and more below it. An element
 * in which something stands above the heading is no thread.
 */
function threadEnd(blocks: readonly PageBlock[], main: MainContent, heading: number): number {
  let scope: Place | null = blocks[heading]?.place ?? null;
  for (let climbs = 0; scope && climbs < MOST_CLIMBS; climbs++, scope = scope.parent) {
    if (main.container && isWithin(main.container, scope)) return heading + 1;
    const above = blocks[heading - 1];
    if (above && isWithin(above.place, scope)) return heading + 1;
    let end = heading + 1;
    for (let block = blocks[end]; block && isWithin(block.place, scope); block = blocks[end]) end++;
    if (end > heading + 1) return end;
  }
  return heading + 1;
}

/** The heading may stand in an element or two of its own. */
const MOST_CLIMBS = 4;
