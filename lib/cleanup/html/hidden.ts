import type { DefaultTreeAdapterTypes } from "parse5";
import { attribute, isElement, isText } from "./elements.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** Tells whether a page hides an element. It says nothing about the elements around it. */
export type Hiding = (element: Element) => boolean;

export const hidesNothing: Hiding = () => false;

/** Hidden by its own attributes. aria-hidden hides from screen readers only: it is shown. */
export const isHiddenByItself: Hiding = (element) => {
  if (attribute(element, "hidden") !== undefined) return true;
  const style = attribute(element, "style");
  return (
    style !== undefined &&
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style.slice(0, 2_000))
  );
};

/**
 * Hidden by the page's own style sheets as well, as far as simple rules tell: selectors of one
 * element with its classes and id, outside of media conditions. Of several such rules the most
 * specific and then the last decides, as in a browser. Null when no rule hides anything.
 */
export function hidingOf(document: DefaultTreeAdapterTypes.Document): Hiding | null {
  const rules = displayRules(styleSheets(document));
  if (!rules.some((rule) => rule.hides)) return null;
  const byKey = new Map<string, DisplayRule[]>();
  for (const rule of rules) {
    const known = byKey.get(rule.key);
    if (!known) byKey.set(rule.key, [rule]);
    else if (known.length < MOST_FOR_ONE) known.push(rule);
  }
  const judged = new Map<string, boolean>();
  return (element) => {
    if (isHiddenByItself(element)) return true;
    const [names, id] = [attribute(element, "class") ?? "", attribute(element, "id") ?? ""];
    const known = judged.get(`${element.tagName} ${id} ${names}`);
    if (known !== undefined) return known;
    const hides = strongest(byKey, element.tagName, id, new Set(names.trim().split(/\s+/, 60)));
    if (judged.size < 10_000 && names.length < 500)
      judged.set(`${element.tagName} ${id} ${names}`, hides);
    return hides;
  };
}

/** Whether the strongest of the rules for an element hides it; the later of two equal ones. */
function strongest(
  byKey: ReadonlyMap<string, readonly DisplayRule[]>,
  tag: string,
  id: string,
  classes: ReadonlySet<string>,
): boolean {
  let found: DisplayRule | null = null;
  for (const key of [tag, `#${id}`, ...[...classes].map((name) => `.${name}`)]) {
    for (const rule of byKey.get(key) ?? []) {
      if (found && rule.strength < found.strength) continue;
      const isFor =
        (!rule.tag || rule.tag === tag) &&
        (!rule.id || rule.id === id) &&
        rule.classes.every((name) => classes.has(name));
      if (isFor) found = rule;
    }
  }
  return found?.hides === true;
}

/** A page's rules for one name are a few. */
const MOST_FOR_ONE = 40;

type DisplayRule = {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly id: string;
  /** What an element must have for the rule to be looked at: its id, else a class, else the tag. */
  readonly key: string;
  readonly hides: boolean;
  readonly strength: number;
};

const MOST_RULES = 4_000;
const MOST_STYLE = 2_000_000;

function styleSheets(document: DefaultTreeAdapterTypes.Document): string {
  let styles = "";
  const waiting: DefaultTreeAdapterTypes.Node[] = [document];
  for (let node = waiting.pop(); node && styles.length < MOST_STYLE; node = waiting.pop()) {
    if (isElement(node) && node.tagName === "style") {
      const isPrint = /^\s*print\s*$/i.test(attribute(node, "media") ?? "");
      const isFirstAid = node.attrs.some(({ name }) => name === "amp-boilerplate");
      if (!isPrint && !isFirstAid)
        for (const child of node.childNodes) if (isText(child)) styles += `${child.value}\n`;
    } else if ("childNodes" in node) {
      for (let index = node.childNodes.length - 1; index >= 0; index--) {
        const child = node.childNodes[index];
        if (child && isElement(child)) waiting.push(child);
      }
    }
  }
  return styles;
}

/** One pass over the braces; what stands inside @media and the like is left out. */
function displayRules(styles: string): DisplayRule[] {
  const rules: DisplayRule[] = [];
  const css = styles.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, " ");
  let at = 0;
  while (at < css.length && rules.length < MOST_RULES) {
    const open = css.indexOf("{", at);
    if (open < 0) break;
    const prelude = css.slice(Math.max(at, open - 2_000), open);
    const isAtRule = /(?:^|[;}])\s*@[^;]*$/.test(prelude);
    const close = isAtRule ? matchingBrace(css, open) : css.indexOf("}", open);
    if (close < 0) break;
    const body = css.slice(open + 1, Math.min(close, open + 2_000));
    if (!isAtRule) addRules(prelude.slice(prelude.lastIndexOf(";") + 1), body, rules);
    at = close + 1;
  }
  return rules;
}

function matchingBrace(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === "{") depth++;
    else if (css[at] === "}" && --depth === 0) return at;
  }
  return -1;
}

function addRules(selectors: string, body: string, rules: DisplayRule[]): void {
  const display = /(?:^|[;\s])display\s*:\s*([a-z-]+)\s*(!important)?/i.exec(body);
  const visibility = /(?:^|[;\s])visibility\s*:\s*(hidden|collapse)\s*(!important)?/i.exec(body);
  if (!display && !visibility) return;
  const hides = visibility !== null || display?.[1]?.toLowerCase() === "none";
  const isImportant = (display?.[2] ?? visibility?.[2]) !== undefined;
  for (const selector of selectors.split(",").slice(0, 200)) {
    const simple = SIMPLE.exec(selector.trim());
    const tag = simple?.[1]?.toLowerCase() ?? "";
    if (!simple || tag === "html" || tag === "body") continue;
    const parts = simple[2]?.match(/[.#][\w-]+/g) ?? [];
    const classes = parts.filter((part) => part.startsWith(".")).map((part) => part.slice(1));
    const id = parts.find((part) => part.startsWith("#"))?.slice(1) ?? "";
    const key = id ? `#${id}` : classes[0] ? `.${classes[0]}` : tag;
    const strength =
      (isImportant ? 1_000 : 0) + (id ? 100 : 0) + classes.length * 10 + (tag ? 1 : 0);
    if (key) rules.push({ tag, classes, id, key, hides, strength });
  }
}

const SIMPLE = /^([a-z][\w-]{0,40})?((?:[.#][\w-]{1,120}){0,6})$/i;
