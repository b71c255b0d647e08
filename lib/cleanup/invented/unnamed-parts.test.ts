import { describe, expect, it } from "vitest";
import { sliceCodePoints } from "#lib/text/offsets.ts";
import type { Cleaned } from "../clean.ts";
import { clean } from "../clean.ts";
import type { Language } from "./language-words.ts";
import { LATIN } from "./languages-latin.ts";
import { OTHER } from "./languages-other.ts";
import { head, headline, links, paragraphs, part } from "./page-parts.ts";

/** A page of which no element's name says anything: what its parts are stands in their words. */
function unnamedPage(w: Language): string {
  return `${head(w)}<body><div class="a1"><a href="/">${w.ui.home}</a></div><div class="b"><div class="c">
<h1>${headline(w)}</h1><div class="d">${w.ui.byline}, ${w.ui.date}</div>
<figure><img src="a.jpg"><figcaption>${w.ui.caption}. ${w.ui.credit}</figcaption></figure>
<div class="e">${paragraphs(part(w, 0, 2))}<div class="f"><b>${w.ui.related}</b>${links(w)}</div>${paragraphs(part(w, 2, 5))}</div>
<div class="g">${w.ui.newsletter}</div><div><h3>${w.ui.comments}</h3><p>Per 12:04: ${w.comment}</p></div></div>
<div class="h"><h3>${w.ui.popular}</h3>${links(w)}</div></div><div class="i">${w.ui.rights}</div></body></html>`;
}

/** The same as a careless scraper gives it: a line a block, with the menus. */
function dump(w: Language): string {
  const menu = [w.ui.home, w.ui.sport, w.ui.contact, w.ui.login];
  const box = [w.ui.related, ...w.headlines];
  return [
    w.ui.cookies,
    ...menu,
    w.headlines[0],
    `${w.ui.byline}, ${w.ui.date}`,
    `${w.ui.caption}. ${w.ui.credit}`,
    ...part(w, 0, 2),
    ...box,
    ...part(w, 2, 5),
    w.ui.newsletter,
    w.ui.comments,
    w.comment,
    w.ui.popular,
    ...w.headlines,
    ...menu,
    w.ui.rights,
  ].join("\n");
}

function found({ text, blocks }: Cleaned, words: string): string | undefined {
  const block = blocks.find(({ start, end }) => sliceCodePoints(text, start, end).includes(words));
  return block && `${block.boilerplate ?? "-"} ${block.kind}`;
}

const LANGUAGES = [...LATIN, ...OTHER].map((words) => [words.code, words] as const);

describe("parts of a page that only their words tell", () => {
  it.each(LANGUAGES)("are found in HTML: %s", (_, w) => {
    const cleaned = clean({ text: unnamedPage(w), mediaType: "text/html" });
    expect(cleaned.bodyText).toBe(part(w, 0, 5).join("\n\n"));
    expect({
      published: cleaned.published,
      hasByline: cleaned.byline !== null,
      line: found(cleaned, w.ui.date),
      caption: found(cleaned, w.ui.caption),
      newsletter: found(cleaned, w.ui.newsletter),
      comments: found(cleaned, w.ui.comments),
      comment: found(cleaned, w.comment),
      related: found(cleaned, w.ui.related),
    }).toEqual({
      published: "2022-11-08",
      hasByline: true,
      line: "byline paragraph",
      caption: "- caption",
      newsletter: "appeal paragraph",
      comments: "comments heading",
      comment: "comments paragraph",
      related: "teaser paragraph",
    });
  });

  it.each(LANGUAGES)("are found in a text dump: %s", (_, w) => {
    const cleaned = clean({ text: dump(w), mediaType: "text/plain" });
    for (const line of part(w, 0, 5)) expect(cleaned.bodyText).toContain(line);
    expect(cleaned.title).toBe(w.headlines[0]);
    expect(cleaned.byline).not.toBeNull();
    expect(cleaned.published).toBe("2022-11-08");
    expect(found(cleaned, w.ui.caption)).toBe("- caption");
  });
});
