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
    const began = performance.now();
    expect(
      htmlToText("<p>The port of Ilm was <b>closed</b>.</p>\n".repeat(25_000)).blocks,
    ).toHaveLength(25_000);
    expect(shown(`${"<div>".repeat(100_000)}deep`)).toEqual(["deep"]);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
