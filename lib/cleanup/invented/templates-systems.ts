import type { Template } from "./page-parts.ts";
import { cards, head, headline, links, paragraphs, part, topBar } from "./page-parts.ts";

/** Pages as publishing systems and their themes write them. */
export const SYSTEMS: Readonly<Record<string, Template>> = {
  blogTheme: (w) => ({
    html: `${head(w)}<body class="post-template-default single"><div id="page"><header id="masthead"><nav id="site-navigation">${topBar(w)}</nav></header>
<div id="content"><main><article id="post-7" class="post type-post hentry category-news"><header class="entry-header"><h1 class="entry-title">${headline(w)}</h1><div class="entry-meta"><span class="posted-on">${w.ui.date}</span> <span class="byline">${w.ui.byline}</span></div></header>
<div class="entry-content">${paragraphs(part(w, 0, 3))}<figure class="wp-block-image"><img><figcaption>${w.ui.caption}</figcaption></figure><h2>${w.ui.subhead}</h2>${paragraphs(part(w, 3))}<div class="sharedaddy sd-sharing-enabled"><h3>${w.ui.share}</h3><ul><li><a>Facebook</a></li><li><a>X</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>${w.ui.related}</h3>${links(w)}</div></div>
<footer class="entry-footer"><span class="cat-links"><a>${w.ui.sport}</a></span></footer></article><div id="comments" class="comments-area"><h2>${w.ui.comments}</h2><ol class="comment-list"><li><p>${w.comment}</p></li></ol></div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>${w.ui.popular}</h2>${links(w)}</section></aside></div><footer id="colophon">${w.ui.rights}</footer></div></body></html>`,
    body: [...part(w, 0, 3), w.ui.subhead, ...part(w, 3)].join("\n"),
  }),
  pageBuilder: (w) => ({
    html: `${head(w)}<body><div class="elementor elementor-12"><section class="elementor-section elementor-top-section"><div class="elementor-widget elementor-widget-nav-menu">${topBar(w)}</div></section>
${w.body.map((line, at) => `<section class="elementor-section elementor-element-${at}a"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap"><div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>${line}</p></div></div></div></div></div></section>`).join("\n")}
<section class="elementor-section"><div class="elementor-widget elementor-widget-posts">${cards(w)}</div></section><div class="elementor-widget elementor-widget-text-editor"><p>${w.ui.rights}</p></div></div></body></html>`,
    body: w.body.join("\n"),
  }),
  drupal: (w) => ({
    html: `${head(w)}<body class="node-type-article"><div class="region region-header"><h2 class="element-invisible">${w.ui.home}</h2>${topBar(w)}</div><div class="breadcrumb"><a>${w.ui.home}</a> › <a>${w.ui.sport}</a></div>
<div class="region region-content"><div id="node-4" class="node node-article clearfix"><h1>${headline(w)}</h1><div class="submitted">${w.ui.byline}, ${w.ui.date}</div><div class="content"><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even">${paragraphs(w.body)}</div></div></div><div class="field field-name-field-tags"><div class="field-label">Tags</div><div class="field-items"><div class="field-item"><a>Ilm</a></div><div class="field-item"><a>Osk</a></div></div></div></div><ul class="links inline"><li><a>${w.ui.comments}</a></li></ul></div></div>
<div class="region region-sidebar-second"><div class="block block-views"><h2>${w.ui.popular}</h2><div class="view-content">${cards(w)}</div></div></div><div class="region region-footer">${w.ui.rights}</div></body></html>`,
    body: w.body.join("\n"),
  }),
  newsroom: (w) => ({
    html: `${head(w)}<body><div id="fusion-app"><header class="b-header"><nav>${topBar(w)}</nav></header><section class="page-body"><main class="grid"><h1 class="b-headline">${headline(w)}</h1><h2 class="b-subheadline">${w.teaser}</h2><div class="b-byline">${w.ui.byline}</div><div class="b-date">${w.ui.date}</div>
<article class="b-article-body">${part(w, 0, 2)
      .map((line) => `<p class="c-paragraph">${line}</p>`)
      .join(
        "",
      )}<div class="b-ad"><div class="c-ad">${w.ui.advert}</div></div><div class="c-stack b-interstitial-link"><p class="c-paragraph"><a href="/s">${w.headlines[0]}</a></p></div>${part(
      w,
      2,
      6,
    )
      .map((line) => `<p class="c-paragraph">${line}</p>`)
      .join("")}<div class="newsletter-box"><p>${w.ui.newsletter}</p></div>${part(w, 6)
      .map((line) => `<p class="c-paragraph">${line}</p>`)
      .join("")}</article>
<section class="b-results-list"><h2>${w.ui.related}</h2>${cards(w)}</section></main></section><footer>${w.ui.rights}</footer></div></body></html>`,
    body: w.body.join("\n"),
  }),
  newsletterSite: (w) => ({
    html: `${head(w)}<body><div id="entry"><div class="main-menu"><div class="topbar"><a>${w.ui.home}</a> <button>${w.ui.login}</button></div></div><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">${headline(w)}</h1><h3 class="subtitle">${w.teaser}</h3><div class="post-ufi"><a class="post-ufi-button">12</a><a class="post-ufi-button">3</a></div></div>
<div class="available-content"><div class="body markup">${paragraphs(part(w, 0, 3))}<div class="subscription-widget-wrap"><div class="subscription-widget"><div class="preamble"><p>${w.ui.newsletter}</p></div><form><input><button>OK</button></form></div></div><blockquote><p>${w.body[3]}</p></blockquote>${paragraphs(part(w, 4))}<p class="button-wrapper"><a class="button primary">${w.ui.share}</a></p></div></div></article><div class="comments-section"><h4>${w.ui.comments}</h4><div class="comment"><p>${w.comment}</p></div></div><div class="portable-archive">${cards(w)}</div></div></body></html>`,
    body: w.body.join("\n"),
  }),
  bloggerBreaks: (w) => ({
    html: `${head(w)}<body><div class="header section"><div class="widget Header"><h1>Courier</h1></div></div><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header">${w.ui.date}</h2><div class="post hentry"><h3 class="post-title entry-title">${headline(w)}</h3><div class="post-body entry-content">${part(w, 0, 4).join("<br><br>\n")}<br /><br />${part(
      w,
      4,
    )
      .map((line) => `<div>${line}</div><div><br></div>`)
      .join(
        "",
      )}</div><div class="post-footer"><span class="post-author vcard">${w.ui.byline}</span><div class="post-share-buttons">${w.ui.share}</div></div></div></div></div><div class="comments" id="comments"><h4>1 ${w.ui.comments}</h4><dl><dd class="comment-body">${w.comment}</dd></dl></div></div></div>
<div class="sidebar section"><div class="widget PopularPosts"><h2>${w.ui.popular}</h2>${links(w)}</div></div></body></html>`,
    body: w.body.join("\n"),
  }),
  hashedNames: (w) => ({
    html: `${head(w)}<body><div class="sc-1k2f0-0 hXyz"><div class="sc-a8d-1"><div>${topBar(w)}</div></div><div class="sc-b9 kLmn"><div class="sc-c1"><h1 class="sc-t1">${headline(w)}</h1><div class="sc-d4">${w.ui.byline}</div><div class="sc-d5">${w.ui.date}</div><div class="sc-e6"><div class="sc-f7">${part(
      w,
      0,
      3,
    )
      .map((line) => `<div class="sc-p0"><span>${line}</span></div>`)
      .join(
        "",
      )}</div><div class="sc-f7"><div class="sc-z9"><a href="/s"><span>${w.headlines[0]}</span></a></div>${part(
      w,
      3,
    )
      .map((line) => `<div class="sc-p0"><span>${line}</span></div>`)
      .join(
        "",
      )}</div></div></div><div class="sc-g8">${cards(w)}</div></div><div class="sc-h9">${w.ui.rights}</div></div></body></html>`,
    body: w.body.join("\n"),
  }),
  accelerated: (w) => ({
    html: `<!doctype html><html amp lang="${w.code}"><head><meta charset="utf-8"><style amp-boilerplate>body{visibility:hidden;animation:-amp-start 8s steps(1,end) 0s 1 normal both}</style><noscript><style amp-boilerplate>body{animation:none}</style></noscript><style amp-custom>.x{display:none}</style><title>${headline(w)}</title></head><body><amp-sidebar id="sb" layout="nodisplay">${topBar(w)}</amp-sidebar><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${headline(w)}</h1><div class="amp-wp-meta amp-wp-byline">${w.ui.byline}</div></header><div class="amp-wp-article-content">${paragraphs(part(w, 0, 4))}<amp-ad>${w.ui.advert}</amp-ad>${paragraphs(part(w, 4))}</div><footer class="amp-wp-article-footer">${links(w)}</footer></article></body></html>`,
    body: w.body.join("\n"),
  }),
};
