import Link from "next/link";

/** How much there is to look at beside the articles. */
export type ArticlesNavCounts = {
  /** Ingestions that are under way. */
  underWay: number;
  /** Watches whose last fetch failed. */
  failing: number;
  /** Pairs of nearly the same text that nobody has decided about. */
  alike: number;
};

type Part = "articles" | "ingestions" | "watches" | "likenesses";
type Props = { projectId: string; current: Part; counts: ArticlesNavCounts };

/** The pages about a project's articles: quiet, and a number only where something waits. */
export function ArticlesNav({ projectId, current, counts }: Props) {
  const parts: { part: Part; label: string; count: number; means: string }[] = [
    { part: "articles", label: "All", count: 0, means: "" },
    { part: "ingestions", label: "Coming in", count: counts.underWay, means: "under way" },
    { part: "watches", label: "Watches", count: counts.failing, means: "failing" },
    { part: "likenesses", label: "Near-duplicates", count: counts.alike, means: "to look at" },
  ];
  return (
    <nav
      aria-label="Articles and what brings them"
      className="-mt-2 mb-4 -ml-2.5 flex gap-0.5 overflow-x-auto"
    >
      {parts.map(({ part, label, count, means }) => (
        <Link
          key={part}
          href={`/projects/${projectId}/${part}`}
          aria-current={part === current ? "page" : undefined}
          className="touchable flex min-h-7 shrink-0 pointer-coarse:min-w-11 pointer-coarse:justify-center items-center gap-1.5 rounded-md px-2.5 text-sm whitespace-nowrap text-muted -outline-offset-2 hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {label}
          {count > 0 && (
            <span className="tabular-nums">
              {count.toLocaleString("en")}
              <span className="sr-only"> {means}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
