import type { Draft } from "../draft.ts";
import { cutDraft, trimDraft } from "../draft.ts";

/**
 * Finds style sheets and scripts that a scraper took for text, also within a line, also beginning or
 * ending in the middle of a rule. Works on the braces: a piece of text before "{" that reads like a
 * selector, and one before "}" that reads like declarations, belong to a run of code.
 */
export function findStyles(text: string, drafts: readonly Draft[]): Draft[] {
  const runs = codeRuns(text);
  if (runs.length === 0) return [...drafts];
  const found: Draft[] = [];
  for (const run of runs) {
    const block = trimDraft(text, { kind: "paragraph", boilerplate: "styles", ...run });
    if (block) found.push(block);
  }
  let next = 0;
  const rest = drafts.flatMap((draft) => {
    while (next < runs.length && (runs[next]?.end ?? 0) <= draft.start) next++;
    const here: Run[] = [];
    for (let at = next; at < runs.length; at++) {
      const run = runs[at];
      if (!run || run.start >= draft.end) break;
      here.push(run);
    }
    if (here.length === 0) return [draft];
    return cutDraft(
      text,
      draft,
      here.flatMap((run) => [run.start, run.end]),
    ).filter((piece) => !here.some((run) => run.start <= piece.start && piece.start < run.end));
  });
  return [...rest, ...found].sort((a, b) => a.start - b.start);
}

type Run = { readonly start: number; readonly end: number };

function codeRuns(text: string): Run[] {
  const runs: Run[] = [];
  let open: { start: number; end: number; rules: number; depth: number } | null = null;
  let pieceStart = 0;

  const close = () => {
    if (open && open.rules > 0) runs.push({ start: open.start, end: open.end });
    open = null;
  };

  for (const brace of text.matchAll(/[{}]/g)) {
    const at = brace.index;
    const piece = text.slice(pieceStart, at);
    const isOpening = brace[0] === "{";
    const start: number | null = isOpening
      ? selectorStart(piece, open !== null)
      : declarationsStart(piece, open !== null, text[pieceStart - 1] === "{");
    if (start === null) close();
    else {
      // Prose stands between two rules: the run ends, and a new one begins behind the prose.
      if (open && piece.slice(0, start).trim() !== "") close();
      open ??= { start: pieceStart + start, end: at + 1, rules: 0, depth: 0 };
      open.end = at + 1;
      open.depth += isOpening ? 1 : -1;
      if (!isOpening && piece.trim() !== "") open.rules++;
    }
    pieceStart = at + 1;
  }
  if (open !== null) {
    const tail = unfinishedRule(text, pieceStart, open);
    (open as { end: number }).end = tail;
  }
  close();
  return runs;
}

/** The text may stop in the middle of a rule; then its line ends with the code. */
function unfinishedRule(text: string, start: number, open: { end: number; depth: number }): number {
  const newline = text.indexOf("\n", start);
  const end = newline < 0 ? text.length : newline;
  const isCode = open.depth > 0 && declarationsStart(text.slice(start, end), true) === 0;
  return isCode && text.slice(start, end).trim() !== "" ? end : open.end;
}

/** Where the selector or at-rule before a "{" begins within the piece; null when it is none. */
function selectorStart(piece: string, isInRun: boolean): number | null {
  if (isInRun && piece.length < 2_000 && NEXT_RULE.test(piece) && !SENTENCE_END.test(piece))
    return 0;
  const tail = piece.slice(-4_000);
  const offset = piece.length - tail.length;
  const atRule =
    /@(?:media|supports|keyframes|-webkit-keyframes|font-face|import|layer|container|page|charset)\b[^{}]*$/.exec(
      tail,
    );
  if (atRule) return offset + withCharset(tail, atRule.index);
  let start: number | null = null;
  // Walk back over the tokens of the selector until something is plainly prose.
  const tokens = [...tail.matchAll(/\S+/g)];
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (!token || !isSelectorToken(token[0], index === tokens.length - 1)) break;
    start = token.index;
  }
  return start === null ? null : offset + start;
}

/** Right behind a rule, what begins like a selector is one. */
const NEXT_RULE = /^\s*(?:\/\*[\s\S]*?\*\/\s*)*[.#@*:[&][\w:*-]/;
const SENTENCE_END = /\p{L}[.!?]["”’']?\s+\p{Lu}/u;

function withCharset(tail: string, start: number): number {
  const before = /@charset\s+"[^"]*";\s*$/.exec(tail.slice(0, start));
  return before ? before.index : start;
}

const ELEMENTS =
  "html|body|div|span|p|a|img|ul|ol|li|dl|dt|dd|table|tr|td|th|tbody|thead|h[1-6]|section|article|aside|header|footer|nav|main|form|input|button|select|textarea|label|figure|figcaption|iframe|video|audio|svg|path|picture|blockquote|pre|code|em|strong|b|i|u|small|sup|sub|hr|br|time|mark|cite|q|abbr|details|summary|object|embed|fieldset|legend|dialog|caption|from|to";
const SIMPLE = String.raw`(?:\*|(?:${ELEMENTS})(?![\w-])|[.#&][\w\\:/-]+|\[[^\]]*\]|::?[a-z-]+(?:\([^)]*\))?|\d+(?:\.\d+)?%)`;
const SELECTOR_TOKEN = new RegExp(
  `^(?:[>+~,]|(?:[>+~,]?${SIMPLE}+)+,?|\\.\\S*|[^\\s{}]*[)\\]],?)$`,
);

function isSelectorToken(token: string, isLast: boolean): boolean {
  if (/^[a-z]+[)\]]/.test(token) && isLast) return true;
  return SELECTOR_TOKEN.test(token);
}

/** Where the declarations before a "}" begin within the piece; null when they are none. */
function declarationsStart(piece: string, isInRule: boolean, isBehindProse = false): number | null {
  if (piece.trim() === "") return isInRule ? 0 : null;
  const parts = piece.split(";").filter((part) => part.trim() !== "");
  const declared = parts.filter((part) => DECLARATION.test(part)).length;
  if (isInRule) return declared >= parts.length * 0.5 ? 0 : null;
  // The text begins in the middle of a rule: nothing before it in this piece but the rule's rest.
  if (isBehindProse || declared === 0 || declared < parts.length * 0.5) return null;
  if (declared < 2 && !/[\w-]:[^\s:]/.test(piece)) return null;
  const line = piece.lastIndexOf("\n") + 1;
  return declarationsStart(piece.slice(line), true) === null ? null : line;
}

const DECLARATION = /^\s*(?:\/\*[\s\S]*?\*\/\s*)*-{0,2}[a-zA-Z_*][\w-]*\s*:\s*\S/;
