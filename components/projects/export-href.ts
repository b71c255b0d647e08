import type { AnnotationState } from "#lib/annotations/model.ts";

export type ExportChoice = {
  format: "jsonl" | "csv" | "markdown";
  states: readonly AnnotationState[];
  /** Null: all of the project. */
  articleIds: readonly string[] | null;
};

/** What is exported unless it is said: everything but what was withdrawn. */
export const USUAL_STATES: readonly AnnotationState[] = [
  "draft",
  "submitted",
  "approved",
  "rejected",
];

/** Where the file is fetched. */
export function exportHref(
  projectId: string,
  { format, states, articleIds }: ExportChoice,
): string {
  const query = new URLSearchParams({ format });
  if (!isUsual(states)) query.set("state", states.join(","));
  if (articleIds) query.set("article", articleIds.join(","));
  // Commas may stand in a query as they are, and an address has only so much room.
  return `/api/v1/projects/${projectId}/export?${query.toString().replaceAll("%2C", ",")}`;
}

function isUsual(states: readonly AnnotationState[]): boolean {
  return (
    states.length === USUAL_STATES.length && USUAL_STATES.every((state) => states.includes(state))
  );
}
