import type { Draft } from "./draft.ts";
import { trimDraft } from "./draft.ts";

/**
 * Divides plain text into blocks: a block a line, or a block a paragraph where lines are broken at
 * a fixed width and blank lines part the paragraphs. The text is not changed.
 */
export function plainBlocks(text: string): Draft[] {
  const lines = linesOf(text);
  return isHardWrapped(text, lines) ? joinWrapped(text, lines) : lines;
}

/** Every line that holds something, as a paragraph without the white space around it. */
export function linesOf(text: string): Draft[] {
  const lines: Draft[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = trimDraft(text, { kind: "paragraph", boilerplate: null, start, end });
    if (line) lines.push(line);
    start = end + 1;
  }
  return lines;
}

const WIDEST = 100;

/** Most lines that go on stop at about the same width, and the next begins with a small letter. */
function isHardWrapped(text: string, lines: readonly Draft[]): boolean {
  const followed = lines.filter((line, index) => isFollowed(text, line, lines[index + 1]));
  if (followed.length < 6) return false;
  const widest = Math.max(...followed.slice(0, 5_000).map(lengthOf));
  if (widest > WIDEST || widest < 40) return false;
  const full = followed.filter((line) => lengthOf(line) > widest * 0.7).length;
  const goingOn = followed.filter((line) => !/[.!?:…"”]$/.test(text.slice(line.end - 1, line.end)));
  const lowered = lines.filter((line) => /^\p{Ll}/u.test(text.slice(line.start, line.start + 2)));
  return (
    full > followed.length * 0.6 &&
    goingOn.length > followed.length * 0.6 &&
    lowered.length > lines.length * 0.3
  );
}

function joinWrapped(text: string, lines: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const open = joined.at(-1);
    const isGoingOn = before && open && isFollowed(text, before, line) && !startsItem(text, line);
    if (isGoingOn) joined[joined.length - 1] = { ...open, end: line.end };
    else joined.push(line);
  });
  return joined;
}

function isFollowed(text: string, line: Draft, next: Draft | undefined): boolean {
  return next !== undefined && text.slice(line.end, next.start).split("\n").length === 2;
}

function startsItem(text: string, line: Draft): boolean {
  return /^(?:[*+•·–-]|\d{1,3}[.)])\s/.test(text.slice(line.start, line.start + 6));
}

function lengthOf(draft: Draft): number {
  return draft.end - draft.start;
}
