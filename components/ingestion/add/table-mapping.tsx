"use client";

import { counted } from "#components/projects/counted.ts";
import { Select } from "#components/ui/select.tsx";
import { Table, TableCell, TableRow } from "#components/ui/table.tsx";
import { TableHeader } from "#components/ui/table-header.tsx";
import type { TablePreview } from "#lib/ingestion/tables/preview-table.ts";
import { type Mapping, TABLE_FIELDS, type TableField } from "#lib/ingestion/model.ts";

type Props = {
  preview: TablePreview;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
};

/** The columns of a table with some of what stands in them, and what each is taken for. */
export function TableMapping({ preview, mapping, onMapping }: Props) {
  const { columns, problems, rows } = preview;
  const fieldOf = (column: string) =>
    TABLE_FIELDS.find((field) => mapping[field] === column) ?? "nothing";
  const take = (column: string, field: TableField | "nothing") => {
    // A field stands in one column, and a column holds one field.
    const kept = TABLE_FIELDS.flatMap((one) => {
      const holds = mapping[one];
      return holds === undefined || one === field || holds === column ? [] : [[one, holds]];
    });
    onMapping(
      Object.fromEntries(field === "nothing" ? kept : [...kept, [field, column]]) as Mapping,
    );
  };
  return (
    <div className="grid gap-3">
      <p className="text-muted tabular-nums">
        {rows < LOOKED_AT ? counted(rows, "row") : `Its first ${rows} rows were looked at`} ·{" "}
        {counted(columns.length, "column")}
        {preview.delimiter !== null &&
          ` · ${DELIMITERS[preview.delimiter] ?? preview.delimiter}`} ·{" "}
        {preview.encoding}
      </p>
      <Table caption="Columns of the table">
        <thead>
          <tr>
            <TableHeader>Column</TableHeader>
            <TableHeader>Is the</TableHeader>
            <TableHeader>Some of what stands in it</TableHeader>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, samples }) => (
            <TableRow key={name}>
              <TableCell className="max-w-48 font-medium wrap-anywhere">{name}</TableCell>
              <TableCell>
                <Select
                  aria-label={`What the column ${name} is`}
                  className="w-40"
                  value={fieldOf(name)}
                  options={CHOICES}
                  onValueChange={(field) => take(name, field)}
                />
              </TableCell>
              <TableCell className="min-w-72">
                <ul className="grid gap-0.5 text-sm text-muted">
                  {[...new Set(samples)].slice(0, 3).map((sample) => (
                    <li key={sample} className="line-clamp-1 wrap-anywhere">
                      {sample === "" ? <span className="text-faint">empty</span> : sample}
                    </li>
                  ))}
                </ul>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {problems.length > 0 && (
        <section
          aria-label="Rows that do not fit"
          className="rounded-lg border border-caution/40 bg-caution-ground px-4 py-3"
        >
          <p className="font-medium">
            {counted(problems.length, "row")} {problems.length === 1 ? "does" : "do"} not fit. The
            others come in; {problems.length === 1 ? "this one is" : "these are"} listed as failed.
          </p>
          <ul className="mt-1 grid max-h-40 gap-0.5 overflow-y-auto text-sm">
            {problems.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line.toLocaleString("en")}: {message}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The server looks at so many rows and no more. */
const LOOKED_AT = 100;

const DELIMITERS: Readonly<Record<string, string>> = {
  ",": "comma-separated",
  ";": "semicolon-separated",
  "\t": "tab-separated",
  "|": "separated by |",
};

const FIELD_WORDS: Readonly<Record<TableField, string>> = {
  text: "Text",
  html: "HTML",
  url: "Address",
  title: "Title",
  publisher: "Publisher",
  byline: "Byline",
  published: "Published",
  language: "Language",
};

const CHOICES: readonly { value: TableField | "nothing"; label: string }[] = [
  { value: "nothing", label: "left out" },
  ...TABLE_FIELDS.map((field) => ({ value: field, label: FIELD_WORDS[field] })),
];
