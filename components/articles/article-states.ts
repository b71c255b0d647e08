import type { ShapeKind } from "#components/ui/shape.tsx";
import type { ArticleState, WorkState } from "#lib/articles/model.ts";

/** How the state of an article is said and drawn. */
export const ARTICLE_STATE_LOOKS: Readonly<
  Record<ArticleState, { word: string; shape: ShapeKind }>
> = {
  new: { word: "New", shape: "dashed" },
  "in-work": { word: "In work", shape: "hollow" },
  "in-review": { word: "In review", shape: "half" },
  done: { word: "Done", shape: "full" },
};

/** How a person's work on an article is said and drawn. */
export const WORK_STATE_LOOKS: Readonly<Record<WorkState, { word: string; shape: ShapeKind }>> = {
  "not-begun": { word: "not begun", shape: "dashed" },
  begun: { word: "begun", shape: "hollow" },
  reopened: { word: "reopened", shape: "half" },
  finished: { word: "finished", shape: "full" },
};
