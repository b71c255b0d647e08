"use client";

import { publishedWords } from "#components/articles/published-label.tsx";
import { AlsoIn } from "#components/likeness/also-in.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ArticleSummary } from "#lib/articles/model.ts";
import type { Tie } from "#lib/likeness/model.ts";

type Props = { article: ArticleSummary; hasTitle: boolean; ties: readonly Tie[] };

/** Outlet, byline, dates and address, as a clean print edition has them below the headline. */
export function Masthead({ article, hasTitle, ties }: Props) {
  const { publisher, byline, published, url, createdAt, title } = article;
  return (
    <div className="px-(--gutter) pt-2 pb-5 font-sans text-sm whitespace-normal text-muted select-none">
      {!hasTitle && (
        <p dir="auto" className="mb-2 font-serif text-2xl leading-tight font-semibold text-ink">
          {title}
        </p>
      )}
      <p>
        {[publisher, byline && `by ${byline.replace(/^by /iu, "")}`].filter(Boolean).map((each) => (
          <span key={each}>{each} · </span>
        ))}
        {published && <time dateTime={published}>{publishedWords(published)} · </time>}
        <span>
          kept <Time at={createdAt} />
        </span>
        {url && (
          <>
            {" · "}
            <a href={url} className="link" rel="noreferrer noopener" target="_blank">
              original
            </a>
            <span className="hidden print:inline"> {url}</span>
          </>
        )}
      </p>
      <AlsoIn projectId={article.projectId} ties={ties} />
    </div>
  );
}
