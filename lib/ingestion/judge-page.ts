import { outlinePage, type PageOutline } from "./page-outline.ts";
import {
  ACCEPT_LABEL,
  CONSENT_ADDRESS,
  CONSENT_TERM,
  LOGIN_ADDRESS,
  LOGIN_PHRASE,
  NOT_FOUND_LABEL,
  PAYWALL_PHRASE,
  ROBOT_PHRASE,
  SCRIPT_PHRASE,
} from "./wall-phrases.ts";

export type PageWall =
  | "consent"
  | "log-in"
  | "paywall"
  | "script"
  | "not-found"
  | "robot-check"
  | "leads-on";

export type Judgement = { readonly kind: PageWall; readonly sentence: string };

/** Walls are small pages. Whatever is longer holds its article, or at least more than a wall. */
const LONGEST_WALL = 1_500_000;

/**
 * Whether a page that was fetched is no article but a wall before one, with a sentence that says so
 * and offers another way; null for everything else. It takes a sign of a wall (its words, its form, or
 * the address to which the site has led) and hardly any prose besides: a short article is never judged
 * by its length, nor a long one by its words. `asked` is the address before any redirect.
 */
export function judgePage(page: {
  readonly html: string;
  readonly url: string;
  readonly asked?: string | undefined;
}): Judgement | null {
  if (page.html.length > LONGEST_WALL) return null;
  const outline = outlinePage(page.html);
  const prose = proseIn(outline.lines);
  const isLedTo = (address: RegExp) =>
    page.asked !== undefined && address.test(page.url) && !address.test(page.asked);
  const said = [outline.title, ...outline.lines].join("\n");

  if (prose < 700 && isNotFound(outline)) return wall("not-found");
  if (
    prose < 400 &&
    ROBOT_PHRASE.test(said) &&
    (outline.hasRobotCheck || outline.lines.length < 15)
  )
    return wall("robot-check");
  if (prose < 400 && (isConsentForm(outline) || isLedTo(CONSENT_ADDRESS))) return wall("consent");
  if (prose < 1_500 && PAYWALL_PHRASE.test(said)) return wall("paywall");
  if (prose < 700 && outline.isPaidFor) return wall("paywall");
  if (prose < 400 && asksForLogin(outline, said, isLedTo(LOGIN_ADDRESS))) return wall("log-in");
  if (prose < 200 && asksForScript(outline, said)) return wall("script");
  if (prose < 100 && outline.leadsTo !== null) return wall("leads-on");
  if (isFrontPage(page)) return wall("not-found");
  return null;
}

/**
 * How much of a page is told in sentences, in characters; those of Chinese, Japanese and Korean count
 * threefold. What only a wall says is no prose.
 */
function proseIn(lines: readonly string[]): number {
  return lines
    .filter((line) => !WALLS_OWN.some((phrase) => phrase.test(line)))
    .filter(
      (line) => weight(line) >= 80 || (weight(line) >= 30 && /[.!?…。！？؟]["”’»]?$/u.test(line)),
    )
    .reduce((sum, line) => sum + weight(line), 0);
}

const WALLS_OWN = [CONSENT_TERM, SCRIPT_PHRASE, LOGIN_PHRASE, PAYWALL_PHRASE, ROBOT_PHRASE];

function weight(line: string): number {
  const dense = line.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  );
  return line.length + 2 * (dense?.length ?? 0);
}

/** A headline, or a part of the title, that says this and nothing else. */
function isNotFound({ title, headings }: PageOutline): boolean {
  const parts = title.split(/\s+[|–—·:»-]\s+|\s*\|\s*/u);
  return [title, ...parts, ...headings].some((words) => NOT_FOUND_LABEL.test(words.trim()));
}

/** A button to agree, and words about what one agrees to. */
function isConsentForm({ lines }: PageOutline): boolean {
  return (
    lines.some((line) => ACCEPT_LABEL.test(line)) &&
    lines.some((line) => line.length >= 40 && CONSENT_TERM.test(line))
  );
}

function asksForLogin(outline: PageOutline, said: string, isLedThere: boolean): boolean {
  return outline.hasPasswordField || isLedThere || LOGIN_PHRASE.test(said);
}

function asksForScript({ lines, withoutScript, hasScripts }: PageOutline, said: string): boolean {
  if (SCRIPT_PHRASE.test(said)) return true;
  if (!hasScripts) return false;
  const shown = lines.reduce((sum, line) => sum + weight(line), 0);
  const hasSentence = lines.some((line) => weight(line) >= 12 && /[.!?。！？]["”’»]?$/u.test(line));
  return (shown < 40 && !hasSentence) || (shown < 200 && SCRIPT_PHRASE.test(withoutScript));
}

/** A page deep in a site that leads to its front page is gone. */
function isFrontPage({ url, asked }: { url: string; asked?: string | undefined }): boolean {
  if (asked === undefined || !URL.canParse(asked) || !URL.canParse(url)) return false;
  const [from, to] = [new URL(asked), new URL(url)];
  const site = (address: URL) => address.hostname.replace(/^www\./, "");
  const isDeep = from.pathname.split("/").filter(Boolean).length > 1 || from.pathname.length > 25;
  return isDeep && site(from) === site(to) && to.pathname === "/" && to.search === "";
}

function wall(kind: PageWall): Judgement {
  return { kind, sentence: SENTENCES[kind] };
}

const PASTE = "Open the page in your browser, and paste its text or save it and give the file.";

const SENTENCES: Readonly<Record<PageWall, string>> = {
  consent: `The site shows a form that asks for consent instead of the page. ${PASTE}`,
  "log-in": `The site shows this page only after a log-in. ${PASTE}`,
  paywall: `The site shows only the beginning of this page to those who do not pay. ${PASTE}`,
  script: `This page is drawn by JavaScript and holds no text of its own. ${PASTE}`,
  "not-found":
    "The site has no such page any more and shows another one. Check the address, or look for the page in a web archive.",
  "robot-check": `The site wants to see a person before it shows this page. ${PASTE}`,
  "leads-on":
    "This page only leads on to another one. Give the address that your browser shows in the end.",
};
