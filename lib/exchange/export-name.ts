import type { ExportFormat } from "./model.ts";

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  jsonl: "jsonl",
  csv: "csv",
  markdown: "md",
};

/** What a downloaded export is called: letters, digits and hyphens of its subject, the day, the format's ending. */
export function exportName(subject: string, format: ExportFormat, at: Date): string {
  const words = subject
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return `${words || "onrecord"}-${at.toISOString().slice(0, 10)}.${ENDINGS[format]}`;
}
