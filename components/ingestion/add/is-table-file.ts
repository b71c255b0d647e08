/** Whether a file's name says that it is a table whose rows are articles. */
export function isTableFile(name: string): boolean {
  return /\.(csv|tsv|jsonl|ndjson)$/i.test(name);
}
