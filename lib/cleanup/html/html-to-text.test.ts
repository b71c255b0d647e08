import { describe, expect, it } from "vitest";
import { htmlToText } from "./html-to-text.ts";

function shown(html: string): string[] {
  return htmlToText(html).blocks.map((block) => block.text);
}

describe("htmlToText", () => {
  it("collapses white space as a browser does, across elements, and keeps hard spaces", () => {
    expect(shown("<p> The\n  <b>port </b> of\t<i>Ilm</i> \n is&nbsp; shut.</p>")).toEqual([
      "The port of Ilm is\u00a0 shut.",
    ]);
  });

  it("does not part words that only stand in different elements", () => {
    expect(shown("<p>un<b>believ</b>able</p><p><span>a</span><span>b</span></p>")).toEqual([
      "unbelievable",
      "ab",
    ]);
  });

  it("makes blocks of block elements and of the words between them, in order", () => {
    expect(shown("<div>One<p>Two</p>Three<ul><li>Four<li>Five</ul>Six</div>")).toEqual(
      "One Two Three Four Five Six".split(" "),
    );
  });

  it("breaks a line at br and ends a block at two", () => {
    expect(shown("<p>One <br> two<br><br> three</p>")).toEqual(["One\ntwo", "three"]);
  });

  it("keeps pre as it is", () => {
    expect(shown("<pre>a\n  b   c</pre>")).toEqual(["a\n  b   c"]);
  });

  it("parts the cells of a simple row by tabs and gives richer cells blocks of their own", () => {
    expect(shown("<table><tr><th>Port<th>Ships<tr><td>Ilm<td> 3 </table>")).toEqual([
      "Port\tShips",
      "Ilm\t3",
    ]);
    expect(shown("<table><tr><td><p>One</p><p>Two</p><td>Three</table>")).toEqual([
      "One",
      "Two",
      "Three",
    ]);
  });

  it("leaves out what a browser does not show", () => {
    const page = `<title>T</title><style>.a{}</style><script>var a</script><template>t</template>
      <noscript>n</noscript><p hidden>h</p><p style="color:red; display : none">d</p><svg><text>s</text></svg>
      <dialog>l</dialog><!-- c --><p>Shown</p>`;
    expect(shown(page)).toEqual(["Shown"]);
  });

  it("leaves out what simple rules of the page's own style sheets hide", () => {
    const page = `<style>.a,.b .c{display:none} #d{visibility:hidden!important} .e.f{display:none}
      .a.shown{display:block} @media print{.g{display:none}} /* .g{display:none} */</style>
      <p class=a>hidden</p><p class="a shown">One</p><p class=c>Two</p><p id=d>hidden</p><p class="e f">hidden</p>
      <p class=e>Three</p><p class=g>Four</p><p aria-hidden=true>Five</p>`;
    expect(shown(page)).toEqual("One Two Three Four Five".split(" "));
  });

  it("does not believe style sheets that hide most of a page", () => {
    const page = `<style>.late{display:none}</style><p>Short</p><p class=late>The words of the article</p>`;
    expect(shown(page)).toEqual(["Short", "The words of the article"]);
  });

  it("reads noscript only where a page shows next to nothing without it", () => {
    const words = "The port of Ilm was closed on Monday. ".repeat(10).trim();
    expect(shown(`<div id=root></div><noscript><p>${words}</p></noscript>`)).toEqual([words]);
    expect(shown(`<p>${words}</p><noscript><p>${words}</p></noscript>`)).toEqual([words]);
    expect(shown("<p>Port</p><noscript>Switch on JavaScript</noscript>")).toEqual(["Port"]);
  });

  it("shows a page whose body waits for its scripts to be shown", () => {
    expect(shown('<body style="visibility:hidden"><p>Words</p>')).toEqual(["Words"]);
  });

  it("gives composed characters and no null", () => {
    expect(shown("<p>Cafe\u0301 a&#0;b</p>")).toEqual(["Café a\ufffdb"]);
  });

  it("knows the elements around a block and how much of it is link", () => {
    const [block] = htmlToText(
      '<div class="articleBody__related" id=x><p>ab <a href="#">cd</a></p></div>',
    ).blocks;
    expect(block?.place).toMatchObject({ tag: "p", parent: { label: "article body related x" } });
    expect(block?.linkedChars).toBe(2);
  });

  it("reads a megabyte, and a hundred thousand nested elements, without delay", () => {
    const began = process.cpuUsage();
    expect(
      htmlToText("<p>The port of Ilm was <b>closed</b>.</p>\n".repeat(25_000)).blocks,
    ).toHaveLength(25_000);
    expect(shown(`${"<div>".repeat(100_000)}deep`)).toEqual(["deep"]);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(3_000);
  }, 60_000);
});
