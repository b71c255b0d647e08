import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText } from "#lib/text/canonical.ts";
import { sliceCodePoints } from "#lib/text/offsets.ts";
import type { Cleaned } from "./clean.ts";
import { clean } from "./clean.ts";
import type { MediaType } from "./media-type.ts";

/** Each block as "what: words", shortened. */
function outline({ text, blocks }: Cleaned): string[] {
  return blocks.map(({ kind, boilerplate, start, end }) => {
    const words = sliceCodePoints(text, start, end).replace(/\s+/g, " ");
    return `${boilerplate ?? kind}: ${words.length > 34 ? `${words.slice(0, 16)}…${words.slice(-16)}` : words}`;
  });
}

function plain(text: string): Cleaned {
  return clean({ text, mediaType: "text/plain" });
}

const FIRE =
  "The fisheries ministry of Varnland denied on Monday that it had closed the port of Ilm after the fire.";
const ODO =
  "“We have never turned a ship away,” said Ilva Odo, the minister, in a statement sent to reporters.";
const GRAIN =
  "Two captains told the harbour board that guards had kept them from loading grain for six days.";

describe("clean, plain text", () => {
  it("divides a line with appeal, caption and button run into the body", () => {
    const text = `open image in gallery
The harbour of Ilm seen from the old mole, with two freighters at anchor (AP) Your support helps us to tell this story. We believe that news should be free, and we keep our reporters there.
Your donation makes all the difference. Read more ${FIRE}
${ODO}`;
    expect(outline(plain(text))).toEqual([
      "navigation: open image in gallery",
      "caption: The harbour of I…s at anchor (AP)",
      "appeal: Your support hel…reporters there.",
      "appeal: Your donation ma… the difference.",
      "navigation: Read more",
      "paragraph: The fisheries mi… after the fire.",
      "paragraph: “We have never t…nt to reporters.",
    ]);
    expect(plain(text).bodyText).toBe(`${FIRE}\n\n${ODO}`);
  });

  it("never takes somebody's quoted words for an appeal", () => {
    const text = `${FIRE}\n“Your support helps us to rebuild the pier,” she told donors.\n${GRAIN}`;
    expect(plain(text).bodyText).toBe(text.replaceAll("\n", "\n\n"));
  });

  it("knows a headline that stands twice and what stands before it", () => {
    const text = `News Feed\nThis week the island waited for the spring parade and the council fell out with its mayor over the cost of the lights.\nShow More\nVarnland denies closing the port of Ilm\n2 min read\nVarnland denies closing the port of Ilm\n${FIRE}\n${ODO}`;
    const cleaned = plain(text);
    expect(cleaned.title).toBe("Varnland denies closing the port of Ilm");
    expect(outline(cleaned).map((line) => line.split(":")[0])).toEqual([
      "navigation",
      "teaser",
      "navigation",
      "title",
      "navigation",
      "repeated",
      "paragraph",
      "paragraph",
    ]);
  });

  it("folds teasers, comment prompts and the author's card behind the article", () => {
    const tail = `Credits: Courier
Per Varn

Staff Writer

Per Varn is a reporter at the Courier. He studied law and is based in Ilm.
Comments are closed.
You May Also Like
Ferry Fares To Rise In Spring
The council says that nothing is decided yet…`;
    const cleaned = plain(`${FIRE}\n${ODO}\n${GRAIN}\n${tail}`);
    expect(cleaned.bodyText).toBe([FIRE, ODO, GRAIN].join("\n\n"));
    expect(cleaned.byline).toBe("Per Varn");
    expect(cleaned.blocks.slice(3).map((block) => block.boilerplate)).toEqual([
      "credit",
      "biography",
      "biography",
      "biography",
      "comments",
      "teaser",
      "teaser",
      "teaser",
    ]);
  });

  it("goes on behind a box of links in the body, though its paragraphs are short", () => {
    const short = [
      "The captains had reported in March that eleven ships were kept at the mole.",
      "The opposition demanded on Friday that the harbour's books be published.",
    ];
    const box = ["Read also", "Weekend weather in Ilm", "New stadium opens"];
    const text = [FIRE, ODO, ...box, ...short].join("\n");
    expect(plain(text).bodyText).toBe([FIRE, ODO, ...short].join("\n\n"));
  });

  it("folds cut-off teasers at the end, not a quotation that trails off in the body", () => {
    const body = [
      FIRE,
      "He paused and looked at the pier, the cranes, the empty sheds and the sea…",
      ODO,
      GRAIN,
    ];
    const teasers = [
      "Ferries between the two islands were stopped on Sunday after a…",
      "A dog that fell from the cliffs of Osk was found alive by…",
    ];
    expect(plain([...body, ...teasers].join("\n")).bodyText).toBe(body.join("\n\n"));
  });

  it("divides an article on one line and cuts headlines glued to its end", () => {
    const line = `${[FIRE, ODO, GRAIN].join(" ")} `.repeat(6);
    const cleaned = plain(
      `${line}The shed by the mole was last in use in 2017 Osk sees growth in ferry traffic to the south. Council Approves New Lighthouse For Northern Shore`,
    );
    expect(cleaned.blocks.length).toBeGreaterThan(4);
    expect(cleaned.bodyText.endsWith("was last in use in 2017")).toBe(true);
    expect(cleaned.blocks.at(-1)?.boilerplate).toBe("teaser");
  });

  it("calls the paragraphs of a live blog updates", () => {
    const text = `Fire in Ilm: follow the latest updates here:\n${[FIRE, ODO, GRAIN, FIRE, ODO].join("\n")}`;
    expect(
      plain(text)
        .blocks.slice(1)
        .every((block) => block.kind === "update"),
    ).toBe(true);
    const stamped = `Fire in Ilm\n14:05\n${FIRE}\n13:40\n${ODO}\n12:10\n${GRAIN}`;
    expect(outline(plain(stamped)).map((line) => line.split(":")[0])).toEqual([
      "title",
      "heading",
      "update",
      "heading",
      "update",
      "heading",
      "update",
    ]);
  });

  it("finds the article in all the words of a page", () => {
    const menu =
      "Home News Sport Weather Opinion Culture Travel Jobs Cars Homes Shop Puzzles Games Video Audio".split(
        " ",
      );
    const page = [
      ...menu,
      "Fire in Ilm",
      FIRE,
      ODO,
      "The board",
      GRAIN,
      ...menu,
      "We use cookies to give you the best experience on our site, and so do our partners.",
    ];
    expect(
      plain(page.map((line) => `   * ${line}`.replace(/\* (?=.{60})/, "")).join("\n")).bodyText,
    ).toContain(`${FIRE}\n\n${ODO}`);
    expect(plain(page.join("\n")).bodyText).toBe([FIRE, ODO, "The board", GRAIN].join("\n\n"));
  });

  it("leaves a plain article as it is", () => {
    const text = [FIRE, ODO, GRAIN].join("\n\n");
    expect(plain(text).bodyText).toBe(text);
    expect(plain(text)).toMatchObject({
      title: null,
      byline: null,
      published: null,
      language: "en",
    });
  });

  it("leaves open what would be folded away whole", () => {
    for (const text of ["x", "😊", "Share", "Comments are closed."])
      expect(plain(text).bodyText).toBe(text);
  });
});

describe("clean, Markdown", () => {
  it("takes the first heading for the title and keeps the file's own text", () => {
    const text = `# Port shut\n\n${FIRE}\n\n## Reactions\n\n- ${GRAIN}\n\n> ${ODO}\n`;
    const cleaned = clean({ text, mediaType: "text/markdown" });
    expect(cleaned.text).toBe(text);
    expect(cleaned.title).toBe("Port shut");
    expect(cleaned.blocks.map((block) => block.kind)).toEqual([
      "title",
      "paragraph",
      "heading",
      "list-item",
      "quotation",
    ]);
  });
});

describe("clean, HTML", () => {
  const page = `<!doctype html><html lang="en"><head><title>Port shut – Courier</title><meta property="og:title" content="Port shut"></head><body>
    <nav><ul><li><a href=/>Home</a><li><a href=/s>Sport</a></ul></nav><div class="cookie-banner">We use cookies on this site to make it better for all of our readers.</div>
    <main><article><h1>Port shut</h1><p class=byline>By Ilva Odo</p><div class="social-share"><a href=#>Share</a></div>
    <div class=content><p>${FIRE}</p><figure><img src=x><figcaption>The mole at dusk</figcaption></figure><aside class=related><h3>Related</h3><p>${ODO.repeat(2)}</p></aside>
    <h2>Reactions</h2><p>${GRAIN}</p><blockquote><p>${ODO}</p></blockquote><p>Sign up for our newsletter and get it for free.</p></div></article></main>
    <section id=comments><p>${GRAIN} I doubt it, and so would you if you lived here.</p></section><footer>© 2022 Courier</footer></body></html>`;

  it("keeps the article and folds the page around it", () => {
    const cleaned = clean({ bytes: new TextEncoder().encode(page), name: "p.html" });
    expect(cleaned).toMatchObject({
      mediaType: "text/html",
      encoding: "utf-8",
      title: "Port shut",
      language: "en",
    });
    expect(cleaned.bodyText).toBe([FIRE, "Reactions", GRAIN, ODO].join("\n\n"));
    expect(outline(cleaned)).toEqual(
      expect.arrayContaining([
        "navigation: Home",
        "title: Port shut",
        "byline: By Ilva Odo",
        "caption: The mole at dusk",
        "teaser: Related",
        "navigation: © 2022 Courier",
      ]),
    );
    expect(outline(cleaned).filter((line) => line.startsWith("comments"))).toHaveLength(1);
    expect(outline(cleaned).filter((line) => line.startsWith("appeal"))).toHaveLength(2);
  });
});

describe("clean, whatever comes in", () => {
  const pieces = fc.constantFrom(
    FIRE,
    ODO,
    "Read more",
    "Share",
    "Related articles",
    "😊",
    "e\u0301",
    ".a{color:red}",
    "<p>",
    "<div class=nav>",
    "</p>",
    "\n",
    "\n\n",
    "\r\n",
    "  ",
    "\t",
    "* item",
    "# head",
    "> quote",
    "(AP)",
    "Your support helps us.",
    "ثم قالت الوزارة.",
    "x…",
    "{",
    "}",
    "12:30",
  );
  const anyText = fc.array(pieces, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(" "));
  const mediaTypes: MediaType[] = ["text/plain", "text/html", "text/markdown"];

  it("gives canonical text and blocks that cover it in order, and the same again", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...mediaTypes), (text, mediaType) => {
        const hasWords = (cleaned: string) => /[^\s\uFEFF\u0085]/.test(cleaned);
        let cleaned: Cleaned;
        try {
          cleaned = clean({ text, mediaType });
        } catch {
          fc.pre(!hasWords(text) || mediaType === "text/html");
          return;
        }
        expect(canonicalText(cleaned.text)).toBe(cleaned.text);
        if (mediaType !== "text/html") expect(cleaned.text).toBe(canonicalText(text));
        let left = "";
        let end = 0;
        for (const block of cleaned.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          expect(sliceCodePoints(cleaned.text, block.start, block.end)).toMatch(/^\S(?:[^]*\S)?$/);
          left += sliceCodePoints(cleaned.text, end, block.start);
          end = block.end;
        }
        left += [...cleaned.text].slice(end).join("");
        expect(left.trim()).toBe("");
        expect(clean({ text, mediaType })).toEqual(cleaned);
      }),
      { numRuns: 300 },
    );
  });

  it("takes one character, right to left, and one line of a megabyte", () => {
    expect(plain("x").blocks).toEqual([{ kind: "paragraph", boilerplate: null, start: 0, end: 1 }]);
    expect(plain("قالت الوزارة إن الميناء لن يغلق. ".repeat(40)).language).toBe("ar");
    const began = process.cpuUsage();
    expect(plain("a".repeat(1 << 20)).blocks).toHaveLength(1);
    expect(plain(`${FIRE} `.repeat(10_000)).blocks.length).toBeGreaterThan(1_000);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(3_000);
  }, 60_000);

  it("takes 300,000 words within two seconds", () => {
    const text = `${FIRE}\n\n${ODO}\n\n`.repeat(8_500);
    const began = process.cpuUsage();
    expect(plain(text).bodyText.length).toBe(text.trim().length);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000);
  }, 60_000);
});

describe("clean, short articles among links", () => {
  const menu = ["Home", "Politics", "Sport", "Weather", "Culture", "Jobs", "Cars", "Puzzles"];
  const lead = "The harbour board denied on Tuesday that the mole had been closed.";
  const said = [
    "The paper had reported eleven cracks in March.",
    "“It is kept from us,” said an engineer.",
    "The opposition wants it published.",
  ];
  const box = [
    "Read also",
    "Weekend weather in Ilm",
    "New stadium opens",
    "Pictures of the parade",
  ];
  const page = (...middle: string[]) =>
    [
      ...menu,
      "Harbour board: mole was never closed",
      "By Ilva Odo, 8 November 2022, 09:15",
      ...middle,
    ]
      .concat("Sign up for our newsletter and never miss a story!", "Comments (1)", "No.", ...box)
      .join("\n");

  it("keeps what stands behind a box of links, or before it", () => {
    expect(plain(page(FIRE, lead, ...box, ...said)).bodyText).toBe(
      [FIRE, lead, ...said].join("\n\n"),
    );
    expect(plain(page(FIRE, lead, ...box, said[0] ?? "")).bodyText).toBe(
      [FIRE, lead, said[0]].join("\n\n"),
    );
    expect(plain(page(lead, ...box, FIRE, ODO, GRAIN)).bodyText).toBe(
      [lead, FIRE, ODO, GRAIN].join("\n\n"),
    );
    expect(plain([lead, ODO, ...box, ...said].join("\n")).bodyText).toBe(
      [lead, ODO, ...said].join("\n\n"),
    );
  });

  it("still folds a list of stories with their summaries", () => {
    const list = ["You may also like", "Ferry fares to rise", "Nobody likes it, says the board."];
    const more = ["Lamp for Osk", "The old one goes to a museum in spring."];
    expect(plain([FIRE, ODO, GRAIN, ...list, ...more].join("\n")).bodyText).toBe(
      [FIRE, ODO, GRAIN].join("\n\n"),
    );
  });

  it("takes the headline above the author for the title, not the caption above the text", () => {
    for (const caption of ["The mole at dusk. Photo: Per Varn / AP", "The mole of Ilm at dusk"]) {
      const cleaned = plain(page(caption, FIRE, lead, ...said));
      expect(cleaned).toMatchObject({
        title: "Harbour board: mole was never closed",
        byline: "Ilva Odo",
        published: "2022-11-08",
      });
      expect(cleaned.blocks.find((block) => block.kind === "title")?.boilerplate).toBeNull();
    }
  });

  it("takes the headline below the name of a section for the title", () => {
    expect(plain(`Coast\n\nHarbour board denies closing the mole\n\n${FIRE}\n\n${ODO}`).title).toBe(
      "Harbour board denies closing the mole",
    );
    expect(plain(`Varnland\n\n${FIRE}\n\n${ODO}`).title).toBe("Varnland");
  });

  it("knows Turkish words written with a capital İ or I", () => {
    const cleaned = plain(`${FIRE}\n${ODO}\nİlginizi çekebilir\nYeni lamba\nÇOK OKUNANLAR\nPAYLAŞ`);
    expect(cleaned.blocks.slice(2).map((block) => block.boilerplate)).toEqual([
      "teaser",
      "teaser",
      "teaser",
      expect.any(String),
    ]);
  });

  it("keeps the lead picture's words, not those of a gallery of other stories", () => {
    const html = (figures: string) =>
      `<body><div class=w><h1>Mole was never closed</h1>${figures}<div class=z><p>${FIRE}</p><p>${ODO}</p><p>${GRAIN}</p></div></div></body>`;
    const figure = (words: string) => `<figure><img><figcaption>${words}</figcaption></figure>`;
    const kinds = (figures: string) =>
      clean({ text: html(figures), mediaType: "text/html" }).blocks.flatMap((block) =>
        block.kind === "caption" ? [block.boilerplate] : [],
      );
    expect(kinds(figure("The mole at dusk"))).toEqual([null]);
    expect(kinds(figure("<a href=/o>Lamp for Osk</a>").repeat(2))).not.toContain(null);
    expect(kinds(figure("Parade").repeat(6))).not.toContain(null);
  });
});
