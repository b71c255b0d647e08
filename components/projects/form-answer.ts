/** What a form is told when it was not taken; null when all is well, or nothing was sent yet. */
export type FormAnswer = {
  problem: string;
  code: string;
  /** A sentence for each field at fault. */
  fields: Readonly<Record<string, string>>;
} | null;
