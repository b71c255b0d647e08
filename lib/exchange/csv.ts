import type { ExportAnnotation, ExportArticle, ExportSegment, ExportWriter } from "./model.ts";

/**
 * One row a segment (RFC 4180, UTF-8 without a mark, CRLF). Values are as they are in `jsonl`, and
 * `evidence` and `links` hold its JSON. Nothing is put before a cell that looks like a formula: a
 * quotation has to equal its text. docs/formats.md tells how to open it safely.
 */
export const csv: ExportWriter = {
  start: () => rowsOf([[...CSV_COLUMNS]]),
  article: () => "",
  annotations: (rows, article) =>
    rowsOf(
      rows.flatMap((row) =>
        segmentsOf(row).map((segment, index) => cells(row, article, segment, index)),
      ),
    ),
};

export const CSV_COLUMNS = [
  "articleId",
  "articleTitle",
  "url",
  "publisher",
  "published",
  "id",
  "revision",
  "revisionHash",
  "tag",
  "state",
  "version",
  "segment",
  "segments",
  "role",
  "start",
  "end",
  "startUtf16",
  "endUtf16",
  "exact",
  "prefix",
  "suffix",
  "absent",
  "kind",
  "worthChecking",
  "wording",
  "form",
  "sourceType",
  "who",
  "saidOn",
  "manner",
  "commitment",
  "doubt",
  "authorId",
  "author",
  "reviewerId",
  "reviewer",
  "evidence",
  "links",
  "createdAt",
  "updatedAt",
] as const;

type Column = (typeof CSV_COLUMNS)[number];
type Cell = string | number;

/** An annotation without any segment still is a row. */
function segmentsOf(row: ExportAnnotation): (ExportSegment | null)[] {
  return row.segments.length > 0 ? row.segments : [null];
}

function cells(
  row: ExportAnnotation,
  article: ExportArticle,
  segment: ExportSegment | null,
  index: number,
): Cell[] {
  const { attributes } = row;
  const values: Record<Column, Cell | null | undefined> = {
    articleId: article.id,
    articleTitle: article.title,
    url: article.url,
    publisher: article.publisher,
    published: article.published,
    id: row.id,
    revision: row.revision,
    revisionHash: row.revisionHash,
    tag: row.tag,
    state: row.state,
    version: row.version,
    segment: segment && index + 1,
    segments: row.segments.length,
    role: segment?.role,
    start: segment?.start,
    end: segment?.end,
    startUtf16: segment?.startUtf16,
    endUtf16: segment?.endUtf16,
    exact: segment?.exact,
    prefix: segment?.prefix,
    suffix: segment?.suffix,
    absent: row.absent.join(" "),
    kind: attributes.kind,
    worthChecking: attributes.worthChecking,
    wording: attributes.wording,
    form: attributes.form,
    sourceType: attributes.sourceType,
    who: attributes.who,
    saidOn: attributes.saidOn,
    manner: attributes.manner,
    commitment: attributes.commitment,
    doubt: row.doubt,
    authorId: row.author.id,
    author: row.author.name,
    reviewerId: row.reviewer?.id,
    reviewer: row.reviewer?.name,
    evidence: JSON.stringify(row.evidence),
    links: JSON.stringify(row.links),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
  return CSV_COLUMNS.map((column) => values[column] ?? "");
}

/** Written by hand: a library took six times as long for the same bytes. */
function rowsOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

function quoted(cell: Cell): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
