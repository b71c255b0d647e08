/**
 * About how many words a text of so many code points has, to two figures: news takes six of them
 * for a word and the space after it. Counting thousands of articles for a list would take too long.
 */
export function aboutWords(length: number): string {
  const words = Math.max(1, length / 6);
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(words)) - 1);
  return (Math.round(words / unit) * unit).toLocaleString("en");
}
