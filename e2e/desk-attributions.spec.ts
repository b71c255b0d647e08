import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { cheapestSelection, type Presses } from "#e2e/support/cheapest-keys.ts";
import { findCorpus, readReference } from "#e2e/support/corpus.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import type { Installation } from "#e2e/support/installation.ts";
import { expectSaved, footOf, openDesk, textOf } from "#e2e/support/screens/desk.ts";
import {
  AttributionAttributes,
  ClaimAttributes,
  DenialAttributes,
} from "#lib/annotations/model.ts";
import type { Article } from "#lib/articles/model.ts";
import { offsetMap, type Utf16, type Utf16Range } from "#lib/text/offsets.ts";
import { sentencesIn } from "#lib/text/sentences.ts";

/*
 * The commonest act, counted: an attribution with source, cue, content, the claim or denial inside, the
 * link between them and all attributes, from a caret at the start of the sentence to the key that closes
 * it. A key pressed while Shift, Control or Alt is held counts once. Of the keys that the desk publishes
 * the cheapest are found by a search over the caret's moves; they are pressed, and what is saved must
 * equal the reference. `ONRECORD_WHOLE=1` takes all attributions instead of every third.
 */

type Reference = ReturnType<typeof readReference>["articles"][number];
type Mark = Reference["annotations"][number];

const corpus = findCorpus();
/** Keys that change nothing. */
const MOVING = /Arrow|Quote|Semicolon|Bracket|Period|Comma|Enter/;
const isWhole = process.env.ONRECORD_WHOLE === "1";

test("an attribution with what is in it takes few keys", async ({ newsroom, as, installation }) => {
  test.skip(corpus === null, "The five real articles are not on this machine.");
  if (corpus === null) return;
  test.setTimeout(300_000);
  const annotator = await newsroom.member("annotator");
  const page = await as(annotator);
  const counts: number[] = [];
  let seen = 0;
  for (const reference of readReference().articles) {
    const raw = await readFile(join(corpus, reference.article), "utf8");
    const attributions = reference.annotations.filter(({ tag }) => tag === "attribution");
    const chosen = attributions.filter(() => isWhole || seen++ % 3 === 0);
    if (chosen.length === 0) continue;
    const article = await newsroom.article({ text: raw, title: reference.article });
    await openDesk(page, newsroom.path(`/articles/${article.id}`));
    for (const mark of chosen) {
      const inner = reference.annotations.find(({ id }) => id === mark.links[0]?.to) ?? null;
      // A further voice inside is an attribution of its own, counted by itself.
      const before = inner?.tag === "attribution" ? plan(article, inner, null) : [];
      if (inner && before.length > 0) {
        await putCaret(page, article, sentenceOf(article, inner).start);
        for (const key of before) await page.keyboard.press(key);
      }
      const keys = plan(article, mark, inner);
      await putCaret(page, article, sentenceOf(article, mark).start);
      for (const key of keys) await page.keyboard.press(key);
      await expect(footOf(page)).toContainText("Attribution closed");
      await expectSaved(page);
      expect(await saved(installation, article.id), `${mark.id}: ${keys.join(" ")}`).toEqual(
        expected(mark, inner),
      );
      // Away with it again, so that the next one is proposed nothing.
      const steps = [...before, ...keys].filter((key) => !MOVING.test(key)).length;
      for (let step = 0; step < steps; step++) await page.keyboard.press("Control+z");
      await expect(page.locator("[data-card]")).toHaveCount(0);
      counts.push(keys.length);
    }
  }
  counts.sort((a, b) => a - b);
  const median = counts[Math.floor(counts.length / 2)] ?? 0;
  const ninetieth = counts[Math.ceil(counts.length * 0.9) - 1] ?? 0;
  process.stdout.write(
    `Key presses for ${counts.length} attributions: median ${median}, 90th percentile ${ninetieth} (${counts.join(" ")})\n`,
  );
  expect(median).toBeLessThanOrEqual(20);
  expect(ninetieth).toBeLessThanOrEqual(30);
});

/** The cheapest order of the parts; then the attributes, the mark inside with its own, and Enter. */
function plan(article: Article, mark: Mark, inner: Mark | null): string[] {
  const blocks = readableBlocks(article);
  const known = new Map<string, Presses>();
  const toSelect = (from: Utf16, target: Utf16Range) => {
    const name = `${from} ${target.start} ${target.end}`;
    const presses = known.get(name) ?? cheapestSelection(article.text, blocks, from, target);
    known.set(name, presses);
    return presses;
  };
  const plans = ORDERS.map((order) => {
    let caret = sentenceOf(article, mark).start;
    const keys: string[] = [];
    for (const role of order) {
      for (const segment of mark.segments.filter((each) => each.role === role)) {
        const presses = toSelect(caret, inUtf16(article, segment));
        // Content that comes first begins the attribution; all that comes later is given to it.
        const isFirst = keys.length === 0;
        keys.push(...presses.keys, isFirst && role === "content" ? "a" : ROLE_KEYS[role]);
        caret = presses.caret;
      }
    }
    const byItself =
      inner && inner.tag !== "attribution" ? keysByItself(article, mark, inner) : null;
    keys.push(...attributeKeys(mark, byItself !== null && inner?.tag === "denial"));
    if (inner && inner.tag !== "attribution") {
      const [segment] = inner.segments;
      const selecting = segment ? toSelect(caret, inUtf16(article, segment)).keys : [];
      keys.push(...(byItself ?? [...selecting, inner.tag === "claim" ? "c" : "d"]));
      keys.push(...attributeKeys(inner, false));
    }
    return [...keys, "Enter"];
  });
  return plans.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

const ORDERS = [
  ["source", "cue", "content"],
  ["source", "content", "cue"],
  ["cue", "source", "content"],
  ["cue", "content", "source"],
  ["content", "source", "cue"],
  ["content", "cue", "source"],
] as const;
const ROLE_KEYS = { source: "s", cue: "q", content: "x" } as const;

/** C or D alone where the words are those that the open attribution gives; = takes in further words. */
function keysByItself({ text }: Article, mark: Mark, inner: Mark): string[] | null {
  const content = mark.segments.filter(({ role }) => role === "content");
  if (inner.tag === "claim") {
    const isSame =
      inner.segments.length === content.length &&
      inner.segments.every(({ exact }, at) => exact === claimed(content[at]?.exact ?? ""));
    return isSame ? ["c"] : null;
  }
  const cue = mark.segments.find(({ role }) => role === "cue");
  const [piece] = content;
  const [denied] = inner.segments;
  if (!cue || !piece || !denied || content.length > 1 || denied.start !== cue.start) return null;
  const points = [...text];
  const between = points.slice(cue.end, piece.start).join("").trim();
  if (piece.start < cue.end || /\s/.test(between) || denied.end < piece.end) return null;
  const more = points.slice(piece.end, denied.end).join("").trim();
  return ["d", ...(more === "" ? [] : more.split(/\s+/).map(() => "Equal"))];
}

function claimed(said: string): string {
  const isQuoted =
    /^[“"]/.test(said) && /[”"]$/.test(said) && !/[”"].*[“"]/.test(said.slice(1, -1));
  return isQuoted ? said.slice(1, -1).replace(/[.,]+$/, "") : said;
}

/** One figure each; the manner is proposed, and that who denies denies need not be said. */
function attributeKeys({ attributes }: Mark, isDenialByItself: boolean): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (name === "commitment" && isDenialByItself && value === "denies") return [];
    const figure = FIGURES[name]?.indexOf(String(value)) ?? -1;
    return figure < 0 ? [] : [`${SHIFTED.has(name) ? "Shift+" : ""}Digit${figure + 1}`];
  });
}

const FIGURES: Readonly<Record<string, readonly string[]>> = {
  kind: ClaimAttributes.shape.kind.unwrap().options,
  worthChecking: ClaimAttributes.shape.worthChecking.unwrap().options,
  form: DenialAttributes.shape.form.unwrap().options,
  sourceType: AttributionAttributes.shape.sourceType.unwrap().options,
  commitment: AttributionAttributes.shape.commitment.unwrap().options,
};
const SHIFTED = new Set(["commitment", "worthChecking"]);

function readableBlocks({ text, blocks }: Article): Utf16Range[] {
  const map = offsetMap(text);
  return blocks
    .filter(({ boilerplate }) => boilerplate === null)
    .map(({ start, end }) => ({ start: map.toUtf16(start), end: map.toUtf16(end) }));
}

function inUtf16({ text }: Article, { start, end }: { start: number; end: number }): Utf16Range {
  const map = offsetMap(text);
  return { start: map.toUtf16(start), end: map.toUtf16(end) };
}

/** The sentence in which the attribution begins. */
function sentenceOf(article: Article, mark: Mark): Utf16Range {
  const first = Math.min(...mark.segments.map(({ start }) => start));
  const { start: place } = inUtf16(article, { start: first, end: first });
  const block = readableBlocks(article).find((each) => each.start <= place && place < each.end);
  const found =
    block &&
    sentencesIn(article.text, block).find((each) => each.start <= place && place < each.end);
  if (!found) throw new Error(`No sentence of the article holds ${mark.id}.`);
  return found;
}

async function putCaret(page: Page, article: Article, place: Utf16): Promise<void> {
  const map = offsetMap(article.text);
  const index = article.blocks.findIndex(
    ({ start, end }) => map.toUtf16(start) <= place && place < map.toUtf16(end),
  );
  const within = place - map.toUtf16(article.blocks[index]?.start ?? 0);
  await textOf(page).focus();
  await page
    .locator(`[data-block="${index}"]`)
    .evaluate(
      (element, offset) => getSelection()?.collapse(element.firstChild ?? element, offset),
      within,
    );
}

type Said = { tag: string; segments: string[]; attributes: unknown; attributesTo: string[] };

/** What stands in the database, as the reference would say it. */
async function saved({ db }: Installation, articleId: string): Promise<Said[]> {
  const rows = await db.annotation.findMany({
    where: { articleId, state: { not: "withdrawn" } },
    include: { segments: true },
  });
  const links = await db.link.findMany({ where: { type: "attributes" } });
  return inOrder(
    rows.map(({ id, tag, segments, attributes }) => ({
      tag,
      segments: placesOf(segments),
      attributes,
      attributesTo: rows
        .filter((row) => links.some(({ fromId, toId }) => fromId === id && toId === row.id))
        .map((row) => placesOf(row.segments).join()),
    })),
  );
}

function expected(mark: Mark, inner: Mark | null): Said[] {
  return inOrder(
    [mark, ...(inner ? [inner] : [])].map(({ tag, segments, attributes }, at) => ({
      tag,
      segments: placesOf(segments),
      attributes,
      attributesTo: at === 0 && inner ? [placesOf(inner.segments).join()] : [],
    })),
  );
}

function inOrder(said: Said[]): Said[] {
  return said.toSorted((a, b) => (a.segments.join() < b.segments.join() ? -1 : 1));
}

function placesOf(segments: readonly { role: string; start: number; end: number }[]): string[] {
  return segments.map(({ role, start, end }) => `${role} ${start}–${end}`).toSorted();
}
