/** A date as precise as the source stated it: "2031", "May 2031", "3 May 2031". */
export function PublishedLabel({ published }: { published: string | null }) {
  if (published === null) return <span className="text-faint">not known</span>;
  return <time dateTime={published}>{publishedWords(published)}</time>;
}

/** Only the day, which needs no zone: it is the publisher's own. */
export function publishedWords(published: string): string {
  const [, year = "", month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(published) ?? [];
  if (month === undefined) return year || published;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  if (Number.isNaN(date.getTime())) return published;
  return new Intl.DateTimeFormat("en-GB", {
    year: "numeric",
    month: "short",
    ...(day !== undefined && { day: "numeric" }),
    timeZone: "UTC",
  }).format(date);
}
