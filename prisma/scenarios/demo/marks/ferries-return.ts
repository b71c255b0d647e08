import type { DemoArticleMarks } from "../mark-types.ts";

/** Finished with nothing: ferries are not in the project's scope. */
export const FERRIES_RETURN: DemoArticleMarks = {
  article: "ferries-return.txt",
  work: [{ who: "annotator", state: "finished" }],
  marks: [],
};
