import { Shape } from "#components/ui/shape.tsx";
import type { ArticleState } from "#lib/articles/model.ts";
import { ARTICLE_STATE_LOOKS } from "./article-states.ts";

/** The state of an article: its shape and its word. */
export function ArticleStateLabel({ state }: { state: ArticleState }) {
  const { word, shape } = ARTICLE_STATE_LOOKS[state];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Shape kind={shape} />
      {word}
    </span>
  );
}
