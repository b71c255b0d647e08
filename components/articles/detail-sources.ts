import type { DetailSource } from "#lib/cleanup/metadata.ts";

/** Where a detail of an article was found, in a sentence. */
export function sourceWords(source: DetailSource): string {
  return SENTENCES[source];
}

const SENTENCES: Readonly<Record<DetailSource, string>> = {
  "json-ld": "Stated by the page for search engines (JSON-LD).",
  "open-graph": "Stated by the page for sharing (Open Graph).",
  meta: "Stated in the page’s head.",
  markup: "Found in the page’s markup.",
  text: "Found in the text.",
  file: "Stated by the file.",
  feed: "Stated by the feed.",
  table: "From the table’s row.",
  sender: "Given by whoever sent it.",
  person: "Edited here.",
};
