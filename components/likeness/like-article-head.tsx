import Link from "next/link";
import { PublishedLabel } from "#components/articles/published-label.tsx";
import { counted } from "#components/projects/counted.ts";
import { Time } from "#components/ui/time.tsx";
import type { LikeArticle } from "#lib/likeness/model.ts";

type Props = {
  projectId: string;
  article: LikeArticle;
  /** Which of the two: "First", "Second". */
  place: string;
};

/** What helps to tell two copies apart: who brought it, when, and what stands on it. */
export function LikeArticleHead({ projectId, article, place }: Props) {
  return (
    <section
      aria-label={`${place}: ${article.title}`}
      className="min-w-0 rounded-lg border border-line bg-surface px-4 py-3"
    >
      <p className="text-sm text-muted">
        {place}
        {article.mergedIntoId && " · folded away"}
      </p>
      <h2 className="font-serif text-xl leading-snug font-semibold wrap-anywhere">
        <Link
          href={`/projects/${projectId}/articles/${article.id}`}
          className="hover:underline pointer-coarse:-my-2.5 pointer-coarse:inline-block pointer-coarse:py-2.5"
        >
          {article.title}
        </Link>
      </h2>
      <dl className="mt-2 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm [&_dt]:text-muted">
        <dt>Publisher</dt>
        <dd className="wrap-anywhere">{article.publisher ?? "not known"}</dd>
        <dt>Published</dt>
        <dd>
          <PublishedLabel published={article.published} />
        </dd>
        <dt>Came in</dt>
        <dd>
          <Time at={article.createdAt} />
        </dd>
        <dt>Stands on it</dt>
        <dd className="tabular-nums">
          {article.annotations === 0 ? "nothing" : counted(article.annotations, "annotation")}
        </dd>
        {article.url && (
          <>
            <dt>Address</dt>
            <dd className="truncate">
              <a href={article.url} className="link" rel="noreferrer noopener" target="_blank">
                {article.url}
              </a>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
