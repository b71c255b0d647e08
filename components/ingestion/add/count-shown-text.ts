/** Elements whose content nobody reads. */
const UNREAD = /^<(script|style|noscript|template|svg)(?=[\s/>])/i;

/**
 * About how many characters of text a page holds, runs of white space counted as one: for a person to
 * see whether it came. Never parsed or drawn; takes time in proportion to the length, whatever is in it.
 */
export function countShownText(html: string): number {
  const lower = html.toLowerCase();
  let count = 0;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const end = open === -1 ? html.length : open;
    count += html.slice(at, end).trim().replace(/\s+/g, " ").length;
    if (open === -1) break;
    const unread = UNREAD.exec(html.slice(open, open + 12))?.[1];
    const from =
      unread === undefined
        ? open
        : lower.indexOf(`</${unread.toLowerCase()}`, open + unread.length);
    if (from === -1) break;
    const mark = html.startsWith("<!--", from) ? "-->" : ">";
    const close = html.indexOf(mark, from);
    if (close === -1) break;
    at = close + mark.length;
  }
  return count;
}
