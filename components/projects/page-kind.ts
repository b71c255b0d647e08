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
  const [projects, id, section, item] = pathname.split("/").filter(Boolean);
  if (projects !== "projects" || id === undefined) return "column";
  if (section === "articles" && item !== undefined && item !== "add") return "desk";
  return section === "review" ? "wide" : "column";
}
