import type { TableRequest } from "#lib/articles/articles-table.ts";

/** What the table shows when its address says nothing. */
export const DEFAULT_REQUEST: TableRequest = {
  state: undefined,
  mine: false,
  forMe: false,
  search: "",
  sort: "added",
  direction: "down",
  page: 1,
};

/** The address of the articles table as asked for, with `change` made. Any change but one of page goes back to page 1. */
export function articlesHref(
  projectId: string,
  asked: TableRequest,
  change: Partial<TableRequest> = {},
): string {
  const next = { ...asked, page: 1, ...change };
  const query = new URLSearchParams();
  for (const name of NAMES) {
    const value = next[name];
    if (value !== undefined && value !== DEFAULT_REQUEST[name]) {
      query.set(name, value === true ? "yes" : String(value));
    }
  }
  const search = query.toString();
  return `/projects/${projectId}/articles${search && `?${search}`}`;
}

const NAMES = ["state", "mine", "forMe", "search", "sort", "direction", "page"] as const;
