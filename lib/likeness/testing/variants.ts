import {
  agencyParagraph,
  agencyQuotation,
  agencyText,
  whole,
  type AgencyText,
  type Chance,
} from "./agency-text.ts";

/** What papers do to an agency's text: still the same article. */
export const SAME: Readonly<Record<string, (chance: Chance, text: AgencyText) => string>> = {
  "a paragraph added": (chance, text) => body(withOneMore(chance, text.paragraphs, text.names)),
  "a paragraph removed": (chance, { paragraphs }) =>
    body(paragraphs.toSpliced(whole(chance, paragraphs.length), 1)),
  "the lead rewritten": (chance, { paragraphs, names }) =>
    body([agencyParagraph(chance, names), ...paragraphs.slice(1)]),
  "names spelled otherwise": (_, text) =>
    body(text.paragraphs.map((each) => respelled(each, text.names))),
  "typography changed": (_, { paragraphs }) => body(paragraphs.map(typeset)),
  "paragraphs reordered": (chance, { paragraphs }) => body(shuffled(chance, paragraphs)),
  "cut to its first two thirds": (_, { paragraphs }) =>
    body(paragraphs.slice(0, Math.ceil((paragraphs.length * 2) / 3))),
  "the first half under another lead": (chance, { paragraphs, names }) => {
    const half = paragraphs.slice(0, Math.ceil(paragraphs.length / 2));
    return body([agencyParagraph(chance, names), ...half]);
  },
  "lead, one paragraph, two names and typography at once": (chance, text) => {
    const [, ...rest] = withOneMore(chance, text.paragraphs, text.names);
    const lead = agencyParagraph(chance, text.names);
    return body([lead, ...rest].map((each) => typeset(respelled(each, text.names.slice(0, 2)))));
  },
};

/** Other articles, however near they come. */
export const OTHER: Readonly<Record<string, (chance: Chance, text: AgencyText) => string>> = {
  "another text": (chance, { paragraphs }) =>
    body(agencyText(chance, paragraphs.join(" ").split(" ").length).paragraphs),
  "the same affair with two quotations shared": (chance, text) => sameAffair(chance, text, 2, 0),
  "the same affair with four quotations shared": (chance, text) => sameAffair(chance, text, 4, 0),
  "the same affair with three quotations and a paragraph of background shared": (chance, text) =>
    sameAffair(chance, text, 3, 1),
};

/** The text with quotations that another paper may print as well. */
export function quoted(chance: Chance, text: AgencyText): AgencyText {
  const quotations = Array.from({ length: QUOTATIONS }, () => agencyQuotation(chance, text.names));
  return { ...text, paragraphs: [...text.paragraphs, ...quotations] };
}

export function body(paragraphs: readonly string[]): string {
  return paragraphs.join("\n\n");
}

const QUOTATIONS = 4;

function sameAffair(
  chance: Chance,
  text: AgencyText,
  quotations: number,
  background: number,
): string {
  const own = text.paragraphs.slice(0, -QUOTATIONS);
  const length = text.paragraphs.join(" ").split(" ").length - 29 * quotations;
  const other = agencyText(chance, Math.max(120, length)).paragraphs;
  return body([
    ...other,
    ...text.paragraphs.slice(-QUOTATIONS).slice(0, quotations),
    ...own.slice(own.length - background),
  ]);
}

function withOneMore(
  chance: Chance,
  paragraphs: readonly string[],
  names: readonly string[],
): string[] {
  return paragraphs.toSpliced(
    1 + whole(chance, paragraphs.length),
    0,
    agencyParagraph(chance, names),
  );
}

/** Every mention: "Kelo Vesoba" becomes "Kelow Vesobah". */
function respelled(paragraph: string, names: readonly string[]): string {
  return names.reduce(
    (text, name) => text.replaceAll(name, name.replace(/(\p{L}+) (\p{L}+)/u, "$1w $2h")),
    paragraph,
  );
}

function typeset(paragraph: string): string {
  return paragraph
    .replace(/"([^"]*)"/g, "“$1”")
    .replaceAll(" - ", " – ")
    .replace(/, /g, ",\u00a0")
    .replace(/fi/g, "ﬁ")
    .replace(/(\p{L}{6})(\p{L}{4})/gu, "$1\u00ad$2");
}

function shuffled(chance: Chance, paragraphs: readonly string[]): string[] {
  return paragraphs
    .map((paragraph) => ({ paragraph, key: chance() }))
    .sort((a, b) => a.key - b.key)
    .map(({ paragraph }) => paragraph);
}
