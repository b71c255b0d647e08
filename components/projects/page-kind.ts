/** How a page of the workbench stands in the frame. */
export type PageKind =
  /** No frame at all: the desk has the whole height and a bar of its own. */
  | "desk"
  /** The frame above, and all the room below it. */
  | "wide"
  /** The frame above, and a column to read in. */
  | "column";

/** What kind of page stands at an address. */
export function pageKind(pathname: string): PageKind {
  const [projects, id, section, item, beside] = pathname.split("/").filter(Boolean);
  if (projects !== "projects" || id === undefined) return "column";
  const isArticle = section === "articles" && item !== undefined && item !== "add";
  // What stands beside an article (its revisions, its original) is a page like others.
  if (isArticle && beside === undefined) return "desk";
  if (isArticle && beside === "original") return "wide";
  return section === "review" ? "wide" : "column";
}
