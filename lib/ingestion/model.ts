/** What became of one input: a file, or an address. */
export type IngestResult = {
  /** What was given, or the file's path below it. */
  input: string;
  status: "added" | "duplicate" | "failed";
  /** The article that was made, or that was there. */
  articleId: string | null;
  /** Why it failed, in a sentence. */
  problem: string | null;
};
