/** The ways by which articles come in, as the address of the page names them (`?way=`). */
export const WAYS = ["files", "paste", "addresses", "table", "feed", "browser"] as const;
export type Way = (typeof WAYS)[number];

/** The way that an address asks for; files where it asks for none that there is. */
export function wayOf(asked: string | string[] | undefined): Way {
  return WAYS.find((way) => way === asked) ?? "files";
}
