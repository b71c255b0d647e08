import type { ExportWriter } from "./model.ts";

/** `onrecord/1`: one JSON value a line. Described in docs/formats.md and docs/schemas/onrecord-1.schema.json. */
export const jsonl: ExportWriter = {
  start: (header) => line(header),
  article: (article) => line(article),
  annotations: (rows) => rows.map(line).join(""),
};

/** JSON's two line separators that are no line breaks in JSON are escaped, for readers that split on them. */
function line(value: object): string {
  return `${JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, (sign) => ESCAPED[sign] ?? sign)}\n`;
}

const ESCAPED: Readonly<Record<string, string>> = {
  "\u0085": "\\u0085",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};
