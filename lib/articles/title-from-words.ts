/** The longest label that is made, in code points. */
const LIMIT = 80;

/** A label for an article without a title: its first words, cut between words, with an ellipsis when cut. */
export function titleFromWords(bodyText: string): string {
  const points = Array.from(bodyText.slice(0, 2_000).trim().replace(/\s+/gu, " "));
  if (points.length <= LIMIT) return points.join("") || "Untitled";
  const head = points.slice(0, LIMIT).join("");
  const cut = head.lastIndexOf(" ");
  return `${(cut > LIMIT / 2 ? head.slice(0, cut) : head).replace(/[\s,;:–-]+$/u, "")} …`;
}
