import type { Template } from "./page-parts.ts";
import { cards, head, headline, links, paragraphs, part, topBar } from "./page-parts.ts";

/** Pages by the shape of what they hold, or by the habits of whoever wrote them. */
export const SHAPES: Readonly<Record<string, Template>> = {
  tableLayout: (w) => ({
    html: `${head(w)}<body bgcolor=white><table width=900><tr><td colspan=3>${topBar(w)}</td></tr><tr><td width=150 valign=top><a href=/>${w.ui.home}</a><br><a href=/s>${w.ui.sport}</a><br><a href=/c>${w.ui.contact}</a></td><td valign=top><font size=5><b>${headline(w)}</b></font><br><i>${w.ui.byline}</i><p>${w.body.join("<p>\n")}</td><td width=200>${links(w)}</td></tr><tr><td colspan=3><font size=1>${w.ui.rights}</font></td></tr></table></body></html>`,
    body: w.body.join("\n"),
  }),
  breaksOnly: (w) => ({
    html: `${head(w)}<body><div id="top">${topBar(w)}</div><div id="c"><h1>${headline(w)}</h1>${w.body.join("<br>\n<br>\n")}<br><br><a href="/b">${w.ui.home}</a></div><div id="f">${w.ui.rights}</div></body></html>`,
    body: w.body.join("\n"),
  }),
  sectionList: (w) => ({
    html: `${head(w)}<body><nav>${topBar(w)}</nav><main><h1>${headline(w)}</h1>${w.body.map((line, at) => `<section data-n="${at}"><p>${line}</p></section>`).join("\n")}<section class="more"><h2>${w.ui.related}</h2>${links(w)}</section></main><footer>${w.ui.rights}</footer></body></html>`,
    body: w.body.join("\n"),
  }),
  scriptedPage: (w) => ({
    html: `${head(w)}<body><noscript>Please switch on JavaScript to use this site and everything on it.</noscript><div id="root"><div class="App"><div class="Nav">${topBar(w)}</div><div class="Content"><h1>${headline(w)}</h1><div class="RichText">${paragraphs(w.body)}</div></div></div></div><script>window.__STATE__={"a":"b"}</script></body></html>`,
    body: w.body.join("\n"),
  }),
  withoutScripts: (w) => ({
    html: `${head(w)}<body><div id="root"></div><noscript><h1>${headline(w)}</h1>${paragraphs(w.body)}</noscript><script>render()</script></body></html>`,
    body: w.body.join("\n"),
  }),
  styleHidden: (w) => ({
    html: `${head(w, `<style>.promo-x,.later{display:none}#hid{visibility:hidden !important}@media print{.main-text{display:none}}.main-text{color:red}.is-open .main-text{display:none}</style>`)}<body><div class="bar">${topBar(w)}</div><div class="main-text"><h1>${headline(w)}</h1>${paragraphs(part(w, 0, 4))}<div class="promo-x"><p>${w.comment}</p><p>${w.teaser}</p></div>${paragraphs(part(w, 4))}<p id="hid">${w.comment}</p></div></body></html>`,
    body: w.body.join("\n"),
  }),
  cookieBannerFirst: (w) => ({
    html: `${head(w)}<body><div class="banner-7f3" role="dialog" aria-label="x"><h2>${w.ui.login}</h2><p>${w.ui.cookies}</p><p>${w.ui.cookies}</p><p>${w.ui.cookies}</p><button>OK</button></div><div class="wrap"><div class="text"><h1>${headline(w)}</h1>${paragraphs(w.body)}</div></div></body></html>`,
    body: w.body.join("\n"),
  }),
  relatedInTheMiddle: (w) => ({
    html: `${head(w)}<body><header>${topBar(w)}</header><article><h1>${headline(w)}</h1><div class="text">${paragraphs(part(w, 0, 2))}<p><strong><a href="/s">${w.ui.more}</a></strong></p>${paragraphs(part(w, 2, 5))}<div class="box"><h4>${w.ui.related}</h4>${links(w)}</div>${paragraphs(part(w, 5))}<p><em>${w.ui.newsletter}</em></p></div></article><footer>${w.ui.rights}</footer></body></html>`,
    body: w.body.join("\n"),
  }),
  tablesAndQuotes: (w) => ({
    html: `${head(w)}<body><header>${topBar(w)}</header><main><article><h1>${headline(w)}</h1>${paragraphs(part(w, 0, 3))}<table><tr><th>Ilm</th><th>Osk</th></tr><tr><td>12 400</td><td>8 300</td></tr><tr><td>9 100</td><td>7 700</td></tr></table>${paragraphs(part(w, 3, 6))}<blockquote>${w.body[6]}</blockquote>${paragraphs(part(w, 7))}<ol class="footnotes"><li id="fn1">${w.teaser} <a href="#r1">↩</a></li></ol></article></main><footer>${w.ui.rights}</footer></body></html>`,
    body: [
      ...part(w, 0, 3),
      "Ilm Osk",
      "12 400 8 300",
      "9 100 7 700",
      ...part(w, 3),
      w.teaser,
    ].join("\n"),
  }),
  listArticle: (w) => ({
    html: `${head(w)}<body><nav>${topBar(w)}</nav><div class="article-wrapper"><h1>${headline(w)}</h1><p>${w.body[0]}</p>${w.headlines.map((line, at) => `<h2>${at + 1}. ${line}</h2><p>${w.body[at * 2 + 1]}</p><p>${w.body[at * 2 + 2]}</p>`).join("\n")}<ul>${part(
      w,
      7,
    )
      .map((line) => `<li>${line}</li>`)
      .join("")}</ul></div><div class="footer-links">${links(w)}</div></body></html>`,
    body: [
      w.body[0],
      ...w.headlines.flatMap((line, at) => [
        `${at + 1}. ${line}`,
        w.body[at * 2 + 1],
        w.body[at * 2 + 2],
      ]),
      ...part(w, 7),
    ].join("\n"),
  }),
  interview: (w) => ({
    html: `${head(w)}<body><nav>${topBar(w)}</nav><article><h1>${headline(w)}</h1><p class="lead">${w.body[0]}</p>${part(
      w,
      1,
      7,
    )
      .map(
        (line) =>
          `<p class="question"><strong>${w.ui.subhead}?</strong></p><p class="answer">${line}</p>`,
      )
      .join("\n")}</article><div>${links(w)}</div></body></html>`,
    body: [w.body[0], ...part(w, 1, 7).flatMap((line) => [w.ui.subhead, line])].join("\n"),
  }),
  shortNotice: (w) => ({
    html: `${head(w)}<body><header>${topBar(w)}</header><div class="story"><h1>${headline(w)}</h1><div class="info"><span>${w.ui.date}</span></div><div class="txt"><p>${w.body[0]}</p><p>${w.body[3]}</p></div></div><div class="more">${cards(w)}</div><footer>${w.ui.rights}</footer></body></html>`,
    body: [w.body[0], w.body[3]].join("\n"),
  }),
  paywallStub: (w) => ({
    html: `${head(w)}<body><header>${topBar(w)}</header><main><article><h1>${headline(w)}</h1><p>${w.body[0]}</p><p>${w.body[1]}</p><p>${w.body[2]}</p><div class="piano-offer"><h3>${w.ui.login}</h3><p>${w.ui.newsletter}</p></div></article></main><section>${cards(w)}</section><footer>${w.ui.rights}</footer></body></html>`,
    body: part(w, 0, 3).join("\n"),
  }),
  liveBlog: (w) => ({
    html: `${head(w)}<body><header>${topBar(w)}</header><main><h1>${headline(w)}</h1><p>${w.body[0]}</p><div class="live-feed">${part(
      w,
      1,
    )
      .map(
        (line, at) =>
          `<article class="liveblog-entry"><time datetime="2022-11-08T1${at}:05">1${at}:05</time><h2>${w.headlines[at % 3]}</h2><p>${line}</p><div class="share">${w.ui.share}</div></article>`,
      )
      .join("\n")}</div></main><footer>${w.ui.rights}</footer></body></html>`,
    body: [
      w.body[0],
      ...part(w, 1).flatMap((line, at) => [`1${at}:05`, w.headlines[at % 3], line]),
    ].join("\n"),
  }),
  manyComments: (w) => ({
    html: `${head(w)}<body><header>${topBar(w)}</header><main><div class="post"><h1>${headline(w)}</h1>${paragraphs(part(w, 0, 4))}</div><div class="discussion"><h3>${w.ui.comments}</h3>${`<div class="comment"><b>Per</b><p>${w.comment} ${w.comment}</p></div>`.repeat(12)}</div></main></body></html>`,
    body: part(w, 0, 4).join("\n"),
  }),
  gallery: (w) => ({
    html: `${head(w)}<body><header>${topBar(w)}</header><article><h1>${headline(w)}</h1>${w.body.map((line) => `<figure><img src="x.jpg"><figcaption>${w.ui.caption} <span class="credit">${w.ui.credit}</span></figcaption></figure><p>${line}</p>`).join("\n")}</article><footer>${w.ui.rights}</footer></body></html>`,
    body: w.body.join("\n"),
  }),
};
