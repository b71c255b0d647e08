/** Whether a file is a table by its name: CSV and its kin, or JSON Lines. */
export function isTableName(name: string): boolean {
  return /\.(?:csv|tsv|jsonl|ndjson)$/i.test(name);
}
