/** A part of a long source, so that a browser need not lay out all of it. */
export type SourcePage = {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
  /** The number of its first line, from 1. */
  readonly firstLine: number;
};

/** So many characters a page at most; a page ends with a line where there are any. */
export const PAGE_CHARACTERS = 60_000;

/** One page of a source; a number beyond the last gives the last. */
export function sourcePage(source: string, asked: number): SourcePage {
  const starts = [0];
  for (let at = 0; source.length - at > PAGE_CHARACTERS;) {
    const line = source.lastIndexOf("\n", at + PAGE_CHARACTERS - 1) + 1;
    at = line > at ? line : wholeCharacter(source, at + PAGE_CHARACTERS);
    starts.push(at);
  }
  const page = Math.min(Math.max(1, asked), starts.length);
  const start = starts[page - 1] ?? 0;
  return {
    text: source.slice(start, starts[page]),
    page,
    pageCount: starts.length,
    firstLine: countLines(source, start),
  };
}

/** Whether bytes are no text to be read: they hold a zero, or say that they are something packed. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8_192);
  const isPdf = new TextDecoder("latin1").decode(head.subarray(0, 1_024)).includes("%PDF-");
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return isPdf || (head.includes(0) && !isUtf16);
}

function wholeCharacter(source: string, at: number): number {
  const code = source.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function countLines(source: string, end: number): number {
  let lines = 1;
  for (let at = source.indexOf("\n"); at !== -1 && at < end; at = source.indexOf("\n", at + 1)) {
    lines++;
  }
  return lines;
}
