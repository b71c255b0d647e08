import Link from "next/link";
import { Shape } from "#components/ui/shape.tsx";
import type { ArticlesTable } from "#lib/articles/articles-table.ts";
import { ARTICLE_STATES } from "#lib/articles/model.ts";
import { ARTICLE_STATE_LOOKS } from "./article-states.ts";
import { articlesHref, DEFAULT_REQUEST } from "./articles-href.ts";

type Props = { projectId: string; states: ArticlesTable["states"] };

/** How many articles stand in each state; a click lists them. */
export function StateCounts({ projectId, states }: Props) {
  return (
    <ul className="grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-surface sm:grid-cols-4">
      {ARTICLE_STATES.map((state) => {
        const { word, shape } = ARTICLE_STATE_LOOKS[state];
        return (
          <li
            key={state}
            className="border-line [&:nth-child(even)]:border-l [&:nth-child(n+3)]:border-t sm:[&:nth-child(n+2)]:border-l sm:[&:nth-child(n+3)]:border-t-0"
          >
            <Link
              href={articlesHref(projectId, DEFAULT_REQUEST, { state })}
              className="grid gap-0.5 px-4 py-3 -outline-offset-2 hover:bg-sunken"
            >
              <span className="text-2xl font-semibold tabular-nums">
                {states[state].toLocaleString("en")}
              </span>
              <span className="inline-flex items-center gap-1.5 text-muted">
                <Shape kind={shape} />
                {word}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
