import { Download } from "lucide-react";
import type { Metadata } from "next";
import { OriginalFacts } from "#components/revisions/original-facts.tsx";
import { PlainArticle } from "#components/revisions/plain-article.tsx";
import { isBinary, sourcePage } from "#components/revisions/source-pages.ts";
import { SourceView } from "#components/revisions/source-view.tsx";
import { Breadcrumb } from "#components/ui/breadcrumb.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { pageContext } from "#lib/access/session.ts";
import { getArticle } from "#lib/articles/queries.ts";
import { getOriginalFacts } from "#lib/articles/original-facts.ts";
import { decode } from "#lib/cleanup/decode.ts";
import type { Context } from "#lib/context.ts";
import { isDomainError, notFound } from "#lib/errors.ts";
import { readOriginal } from "#lib/revisions/read-original.ts";
import { orNotFound } from "../../../../../or-not-found.ts";
import { oneOf } from "../../../../one-of.ts";
import { wholeNumber } from "../../../../whole-number.ts";

type Place = { projectId: string; articleId: string };
type Props = {
  params: Promise<Place>;
  searchParams: Promise<{ revision?: string | string[]; page?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { articleId } = await params;
  const { articleTitle } = await orNotFound(getOriginalFacts(await pageContext(), articleId));
  return { title: `Original of ${articleTitle}` };
}

export default async function OriginalPage({ params, searchParams }: Props) {
  const ctx = await pageContext();
  const place = await params;
  const asked = await searchParams;
  const revision = wholeNumber(oneOf(asked.revision));
  const facts = await orNotFound(factsHere(ctx, place, revision));
  const [article, { bytes }] = await Promise.all([
    getArticle(ctx, facts.articleId, facts.number),
    readOriginal(ctx, facts.articleId, facts.number),
  ]);
  const text = textOf(bytes, facts.encoding);
  const source = text === null ? null : sourcePage(text, wholeNumber(oneOf(asked.page)) ?? 1);
  const home = `/projects/${facts.projectId}/articles`;
  const here = `${home}/${facts.articleId}/original`;
  const download = `/api/v1/articles/${facts.articleId}/original?revision=${facts.number}`;
  const pageHref = (page: number) => `${here}?revision=${facts.number}&page=${page}`;
  return (
    <div className="flex h-full flex-col">
      <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line px-4 py-3 sm:px-6">
        <div className="min-w-0">
          <Breadcrumb
            steps={[
              { label: "Articles", href: home },
              { label: facts.articleTitle, href: `${home}/${facts.articleId}` },
              { label: "Original" },
            ]}
          />
          <h1 className="font-serif text-xl font-semibold">
            Original of revision {facts.number}
            {facts.number === facts.current ? "" : ` of ${facts.current}`}
          </h1>
        </div>
        <div className="flex gap-2">
          <ButtonLink href={`${home}/${facts.articleId}/revisions`}>Revisions</ButtonLink>
          {/* No page of ours: a browser is to keep it as a file. */}
          <a href={download} download className={buttonStyle("secondary", "medium")}>
            <Download aria-hidden className="size-4" />
            Download
          </a>
        </div>
      </header>
      <div className="grid min-h-0 flex-1 lg:grid-cols-2">
        <section
          aria-label="The article as it reads here"
          // Scrolled with the keyboard too.
          tabIndex={0}
          className="hidden min-h-0 overflow-y-auto border-r border-line px-8 py-6 -outline-offset-2 lg:block"
        >
          <PlainArticle article={article} />
        </section>
        <section
          aria-label="The original"
          tabIndex={0}
          className="min-h-0 overflow-y-auto bg-surface -outline-offset-2"
        >
          <div className="border-b border-line px-4 py-4 sm:px-6">
            <OriginalFacts facts={facts} />
          </div>
          {source === null ? (
            <EmptyState heading="These bytes are no text">
              They can be downloaded and opened with the program that made them.
            </EmptyState>
          ) : (
            <>
              <SourceView source={source} />
              {source.pageCount > 1 && (
                <nav
                  aria-label="Pages of the original"
                  className="flex items-center justify-between gap-4 border-t border-line px-4 py-3 sm:px-6"
                >
                  <p className="text-muted tabular-nums">
                    Part {source.page} of {source.pageCount}
                  </p>
                  <div className="flex gap-2">
                    {source.page > 1 && (
                      <ButtonLink href={pageHref(source.page - 1)} rel="prev">
                        Previous
                      </ButtonLink>
                    )}
                    {source.page < source.pageCount && (
                      <ButtonLink href={pageHref(source.page + 1)} rel="next">
                        Next
                      </ButtonLink>
                    )}
                  </div>
                </nav>
              )}
            </>
          )}
        </section>
      </div>
    </div>
  );
}

/** The bytes as text, or null for what is none. */
function textOf(bytes: Uint8Array, encoding: string): string | null {
  if (isBinary(bytes)) return null;
  try {
    return decode(bytes, { charset: encoding }).text;
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

/** The address names both; an article of another project is not at this one. */
async function factsHere(ctx: Context, place: Place, revision: number | undefined) {
  const facts = await getOriginalFacts(ctx, place.articleId, revision);
  if (facts.projectId !== place.projectId) throw notFound("article");
  return facts;
}
