/** Where words stand: the article's desk, opened at them. Offsets are code points. */
export function passageHref(
  projectId: string,
  { articleId, start, end }: { articleId: string; start: number; end: number },
): string {
  return `/projects/${projectId}/articles/${articleId}#words=${start}-${end}`;
}
