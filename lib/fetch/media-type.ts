import { MIMEType } from "node:util";
import { fetchError } from "./fetch-error.ts";

export type Declared = {
  /** In lower case, without parameters; null when nothing sensible is declared. */
  readonly mediaType: string | null;
  readonly charset: string | null;
};

/** What a Content-Type says. */
export function readContentType(header: string | null): Declared {
  if (header === null) return { mediaType: null, charset: null };
  try {
    const type = new MIMEType(header);
    return { mediaType: type.essence, charset: type.params.get("charset") };
  } catch {
    const charset = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(header)?.[1] ?? null;
    return { mediaType: null, charset };
  }
}

/** Refuses what is certainly no text, before any of it is read. What is unknown is for others to tell. */
export function refuseOtherMedia(mediaType: string | null): void {
  if (mediaType === null) return;
  const found = OTHERS.find(([type]) => type.test(mediaType));
  if (!found) return;
  throw fetchError(
    "media-type",
    `There is ${found[1]} at this address, and no text. Give the address of the page that shows it, or paste the text.`,
  );
}

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^image\//, "a picture"],
  [/^audio\//, "a sound recording"],
  [/^video\//, "a film"],
  [/^font\//, "a typeface"],
  [/^(application|text)\/(x-)?(javascript|ecmascript)$/, "a program"],
  [/^text\/css$/, "a style sheet"],
  [
    /^application\/(wasm|x-msdownload|x-msdos-program|vnd\.android\.package-archive|x-executable|java-archive)$/,
    "a program",
  ],
];
