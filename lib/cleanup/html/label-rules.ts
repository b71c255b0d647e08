import type { Boilerplate } from "../block.ts";
import type { Place } from "./place.ts";

/**
 * What an element is by its tag, role and names. Names are the page makers' own words, so each rule
 * reads whole words, and the caller never applies it to an element that holds most of the article,
 * nor by a name (`except`) that the page gives to everything.
 */
export function boilerplateOfPlace(
  place: Place,
  except: ReadonlySet<string> = NO_NAMES,
): Named | null {
  const named = namesOf(place, except);
  return named && !except.has(named.by) ? named : null;
}

const NO_NAMES: ReadonlySet<string> = new Set();

function namesOf(place: Place, except: ReadonlySet<string>): Named | null {
  const byTag = TAGS[place.tag];
  if (byTag) return { boilerplate: byTag, by: place.tag };
  const byRole = ROLES[place.role];
  if (byRole) return { boilerplate: byRole, by: place.role };
  if (/\b(?:author|creator|datepublished|datemodified)\b/.test(place.itemprop))
    return { boilerplate: "byline", by: place.itemprop };
  if (place.label === "" || EMBEDDED_WORDS.test(place.label)) return null;
  for (const [boilerplate, names] of NAMES) {
    for (const [by] of place.label.matchAll(names)) if (!except.has(by)) return { boilerplate, by };
  }
  return null;
}

/** What a name makes of an element, and the name. */
export type Named = { readonly boilerplate: Boilerplate; readonly by: string };

/** True for an element that the page itself calls its article's body. */
export function isNamedBody(place: Place): boolean {
  return /\barticlebody\b/.test(place.itemprop) || place.label.search(BODY_NAMES) >= 0;
}

/** True for an element that holds a picture's words. */
export function isCaption(place: Place): boolean {
  return (
    place.tag === "figcaption" || place.tag === "caption" || place.label.search(CAPTION_NAMES) >= 0
  );
}

/** Posts quoted in the article are part of it, whatever widget shows them. */
const EMBEDDED_WORDS = /\b(?:tweet|twitter tweet|pullquote|instagram media)\b/;

const TAGS: Record<string, Boilerplate> = {
  nav: "navigation",
  menu: "navigation",
  footer: "navigation",
  form: "appeal",
  aside: "teaser",
  select: "navigation",
  option: "navigation",
  textarea: "comments",
  address: "byline",
};

const ROLES: Record<string, Boilerplate> = {
  navigation: "navigation",
  menu: "navigation",
  menubar: "navigation",
  banner: "navigation",
  contentinfo: "navigation",
  search: "navigation",
  toolbar: "navigation",
  complementary: "teaser",
  dialog: "appeal",
  alertdialog: "appeal",
};

/** Tried in this order; the first that names the element decides. */
const NAMES: readonly (readonly [Boilerplate, RegExp])[] = [
  [
    "comments",
    names(
      "comments? commentary? commentlist commenting disqus respond livefyre replies viafoura coral",
    ),
  ],
  [
    "biography",
    names(
      "bio biography author bio|about author|author box|author info|author description|authorbio|author profile|author card",
    ),
  ],
  [
    "byline",
    names(
      "byline bylines author authors dateline timestamp datetime pubdate|post meta|entry meta|article meta|post info|entry date|posted on|publish date|published date|article info|meta info|postmeta|entry header meta",
    ),
  ],
  ["credit", names("credit credits copyright|photo credit|image credit|image source")],
  [
    "appeal",
    names(
      "newsletter newsletters subscribe subscription subscriptions signup paywall donate donation donations membership regwall optin cta cookie cookies gdpr consent modal popup overlay lightbox interstitial|sign up|call to action|email capture|inline offer",
    ),
  ],
  [
    "teaser",
    names(
      "related relatedarticles recommended recommendations recirc recirculation teaser teasers promo promos promotion outbrain taboola zergnet revcontent trending popular mostread mostpopular jp relatedposts yarpp crp sidebar rail carousel slider sponsor sponsored advert adverts advertising advertisement advertisements ad ads adsense adslot adunit dfp gpt widget widgets interlude pullnav readmore inlinelink morestories alsolike dontmiss|most read|most popular|read next|up next|next up|also like|more stories|more news|more from|more on|read more|see also|see more|also see|you may|recent posts|latest news|latest stories|related links|in this series|next article|previous article|post navigation|nav links|prev next|next prev|next post|further reading|rich link|inline link|story package|link list|must read|widget posts|post list|posts list|latest posts|posts grid|post grid|news list|article list|right column|secondary column|right rail",
    ),
  ],
  [
    "navigation",
    names(
      "nav navbar navigation menu menus breadcrumb breadcrumbs pagination pager pagenav toolbar share shares sharing sharebar sharedaddy sharethis addtoany addthis social socials socialshare skip masthead footer sitemap tags taglist tagcloud topics keywords categories toc jumplink rating ratings|tag list|post tags|entry tags|article tags|cat links|tags links|site header|page header|global header|skip link|font size|text size|print tools|article tools|post tools|follow us|back to top|table of contents|entry footer|post footer|article footer|post ratings|screen reader text|visually hidden|sr only",
    ),
  ],
];

const BODY_NAMES = names(
  "articlebody storybody postbody entrytext posttext|article body|story body|post body|entry content|article content|post content|article text|story text|post text|body copy|story content|article copy|body text|page content body|content body|article main body|rich text body",
);

const CAPTION_NAMES = names(
  "caption captions figcaption imagecaption|wp caption text|image caption|photo caption|media caption|image info|photo info|cutline",
);

/** Single words are parted by spaces, phrases by bars. */
function names(list: string): RegExp {
  const [words = "", ...phrases] = list.split("|");
  return new RegExp(`\\b(?:${[...phrases, ...words.split(" ")].join("|")})\\b`, "g");
}
