import { z } from "zod";

/** Where a detail was found, or who gave it. Clean-up itself finds the first five and "file". */
export const DetailSource = z.enum([
  "json-ld",
  "open-graph",
  "meta",
  "markup",
  "text",
  "file",
  "feed",
  "table",
  "sender",
  "person",
]);
export type DetailSource = z.infer<typeof DetailSource>;

export const DETAIL_NAMES = [
  "title",
  "byline",
  "publisher",
  "published",
  "language",
  "url",
  "retrieved",
] as const;
export type DetailName = (typeof DETAIL_NAMES)[number];

/** What a text states about itself. Null where it states nothing; nothing is made up. */
export type Metadata = Readonly<Record<DetailName, string | null>> & {
  // `published` and `retrieved`: YYYY-MM-DD, or with the time and the offset from UTC as stated.
  // `url`: the address that the page calls its own, http or https. `language`: two or three letters.
  /** Where each detail that is not null was found. A guessed language comes from the "text". */
  readonly from: Readonly<Partial<Record<DetailName, DetailSource>>>;
};

export type Stated = { readonly value: string | null; readonly source: DetailSource };

/** Puts details together from candidates in order of trust: the first that states something counts. */
export function firstStated(
  candidates: Readonly<Partial<Record<DetailName, readonly Stated[]>>>,
): Metadata {
  const found: Record<DetailName, string | null> = {
    title: null,
    byline: null,
    publisher: null,
    published: null,
    language: null,
    url: null,
    retrieved: null,
  };
  const from: Partial<Record<DetailName, DetailSource>> = {};
  for (const name of DETAIL_NAMES) {
    const stated = candidates[name]?.find((each) => each.value !== null);
    if (!stated) continue;
    found[name] = stated.value;
    from[name] = stated.source;
  }
  return { ...found, from };
}

/** The details of the first, with what it lacks from the second. */
export function completed(first: Metadata, second: Metadata): Metadata {
  const both = (name: DetailName): Stated[] =>
    [first, second].flatMap((each) => {
      const source = each.from[name];
      return source ? [{ value: each[name], source }] : [];
    });
  return firstStated(Object.fromEntries(DETAIL_NAMES.map((name) => [name, both(name)])));
}

/** One line of words, or null when there are none. */
export function statedWords(value: unknown, limit = 300): string | null {
  if (typeof value !== "string" || value.length > limit * 20) return null;
  const words = value.replace(/\s+/g, " ").trim().normalize("NFC");
  return words === "" || words.length > limit || words.includes("\u0000") ? null : words;
}

/** An absolute http(s) address without a name or a password in it; null for anything else. */
export function statedAddress(value: unknown, base?: string | null): string | null {
  const words = statedWords(value, 4_000);
  if (!words || !URL.canParse(words, base ?? undefined)) return null;
  const { href, protocol, username, password } = new URL(words, base ?? undefined);
  const isWeb = protocol === "http:" || protocol === "https:";
  return isWeb && username === "" && password === "" && href.length <= 4_000 ? href : null;
}

/** The language of a tag such as "en-GB" or "de_AT": "en", "de". */
export function statedLanguage(value: unknown): string | null {
  const tag = /^([a-z]{2,3})(?:[-_]|$)/i.exec(statedWords(value, 40) ?? "");
  const language = tag?.[1]?.toLowerCase();
  return language && !["und", "mul", "zxx", "xx"].includes(language) ? language : null;
}
