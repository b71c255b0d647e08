import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a page looks like from afar: enough to tell a wall from an article. */
export type PageOutline = {
  readonly title: string;
  readonly headings: readonly string[];
  /** What a browser shows, a line for each block or button, in order. */
  readonly lines: readonly string[];
  /** What it shows to those without JavaScript. */
  readonly withoutScript: string;
  readonly hasScripts: boolean;
  readonly hasPasswordField: boolean;
  readonly hasRobotCheck: boolean;
  /** The page says of itself that it is not for everybody. */
  readonly isPaidFor: boolean;
  /** Where it leads on to by itself at once. */
  readonly leadsTo: string | null;
};

/** Reads a page of HTML as far as an outline needs it. */
export function outlinePage(html: string): PageOutline {
  const found = {
    title: "",
    headings: [] as string[],
    lines: [] as string[],
    withoutScript: "",
    hasScripts: false,
    hasPasswordField: false,
    hasRobotCheck: false,
    isPaidFor: false,
    leadsTo: null as string | null,
  };
  let line = "";
  const endLine = () => {
    const words = squeeze(line);
    if (words !== "") found.lines.push(words);
    line = "";
  };
  /** Explicit, because pages nest deeper than a call stack. */
  const open: (Node | "end")[] = [parse(html, { scriptingEnabled: false })];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === "end") endLine();
    else if (node.nodeName === "#text" && "value" in node) line += node.value;
    else if ("tagName" in node && look(node)) continue;
    else if ("childNodes" in node) {
      const isBlock = "tagName" in node && !INLINE.has(node.tagName);
      if (isBlock) {
        endLine();
        open.push("end");
      }
      pushReversed(open, node.childNodes);
    }
  }
  endLine();
  return found;

  /** True for what is not shown. */
  function look(element: Element): boolean {
    const name = element.tagName;
    const attribute = (wanted: string) =>
      element.attrs.find((one) => one.name === wanted)?.value ?? "";
    if (
      /captcha|challenge-(form|platform|running)/i.test(
        attribute("id") + attribute("class") + attribute("src"),
      )
    )
      found.hasRobotCheck = true;
    if (name === "title" && found.title === "") found.title = squeeze(textOf(element));
    if (name === "h1" || name === "h2") {
      // A page can put headings into headings, each with the words of all within.
      if (found.headings.length < MOST_HEADINGS)
        found.headings.push(squeeze(textOf(element, LONGEST_HEADING)));
    }
    if (name === "noscript") found.withoutScript += ` ${squeeze(textOf(element))}`;
    if (name === "input" && attribute("type").toLowerCase() === "password")
      found.hasPasswordField = true;
    if (name === "meta" && attribute("http-equiv").toLowerCase() === "refresh") {
      found.leadsTo ??=
        /^\s*[0-5]\s*[;,]\s*url\s*=\s*["']?\s*([^"']+)/i.exec(attribute("content"))?.[1] ?? null;
    }
    if (name === "script") {
      const isData = /json/i.test(attribute("type"));
      if (!isData) found.hasScripts = true;
      else if (/"isAccessibleForFree"\s*:\s*"?false/i.test(textOf(element))) found.isPaidFor = true;
    }
    return UNSHOWN.has(name) || isHidden(element, attribute("style"));
  }
}

const UNSHOWN = new Set([
  "title",
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "iframe",
  "object",
]);

const INLINE = new Set(
  "a abbr b bdi bdo cite code data dfn em font i kbd label mark q s samp small span strong sub sup time u var wbr".split(
    " ",
  ),
);

function isHidden(element: Element, style: string): boolean {
  return (
    element.attrs.some(({ name }) => name === "hidden") ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}

const MOST_HEADINGS = 100;
const LONGEST_HEADING = 1_000;

/** The words in an element; no more is read once there are as many characters as wanted. */
function textOf(element: Element, most = Number.POSITIVE_INFINITY): string {
  const open: Node[] = [...element.childNodes].toReversed();
  let text = "";
  for (let node = open.pop(); node !== undefined && text.length < most; node = open.pop()) {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    else if ("childNodes" in node) pushReversed(open, node.childNodes);
  }
  return text;
}

/** One by one: a call takes only so many arguments, and a node may have more children. */
function pushReversed<T>(open: T[], nodes: readonly T[]): void {
  for (const node of nodes.toReversed()) open.push(node);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
