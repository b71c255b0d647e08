import Link from "next/link";
import { PublishedLabel } from "#components/articles/published-label.tsx";
import { Shape, type ShapeKind } from "#components/ui/shape.tsx";
import type { LikeArticle, Likeness, LikenessFilter } from "#lib/likeness/model.ts";
import { FILTER_WORDS, similarityWords } from "./likeness-words.ts";

type Props = { projectId: string; likenesses: readonly Likeness[] };

/** Pairs of articles that are nearly the same text; a click lays them side by side. */
export function LikenessList({ projectId, likenesses }: Props) {
  return (
    <ul
      aria-label="Pairs"
      className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
    >
      {likenesses.map((likeness) => (
        <li key={likeness.id}>
          <Link
            href={`/projects/${projectId}/likenesses/${likeness.id}`}
            className="grid gap-x-6 gap-y-1 px-4 py-3 -outline-offset-2 hover:bg-sunken md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_8.5rem]"
          >
            <Named article={likeness.first} />
            <Named article={likeness.second} />
            <span className="text-sm md:text-right">
              <span className="block tabular-nums">{similarityWords(likeness.similarity)}</span>
              <span className="inline-flex items-center gap-1 text-muted">
                <Shape kind={SHAPES[likeness.decision ?? "undecided"]} />
                {FILTER_WORDS[likeness.decision ?? "undecided"]}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Named({ article }: { article: LikeArticle }) {
  return (
    <span className="min-w-0">
      <span className="line-clamp-2 font-serif text-lg leading-snug wrap-anywhere">
        {article.title}
      </span>
      <span className="text-sm text-muted wrap-anywhere">
        {article.publisher ?? "Publisher not known"}
        {article.published && (
          <>
            {" · "}
            <PublishedLabel published={article.published} />
          </>
        )}
      </span>
    </span>
  );
}

const SHAPES: Readonly<Record<LikenessFilter, ShapeKind>> = {
  undecided: "hollow",
  kept: "full",
  tied: "full",
  merged: "full",
};
