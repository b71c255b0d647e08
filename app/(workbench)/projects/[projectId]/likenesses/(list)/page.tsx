import type { Metadata } from "next";
import { ArticlesNav } from "#components/articles/articles-nav.tsx";
import { FILTER_WORDS } from "#components/likeness/likeness-words.ts";
import { LikenessList } from "#components/likeness/likeness-list.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { NavTabs } from "#components/ui/nav-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { pageContext } from "#lib/access/session.ts";
import { LIKENESS_FILTERS, LikenessFilter } from "#lib/likeness/model.ts";
import { countLikenesses, listLikenesses } from "#lib/likeness/queries.ts";
import { getProject } from "#lib/projects/queries.ts";
import { orNotFound } from "../../../../or-not-found.ts";
import { isId } from "../../../is-id.ts";
import { oneOf } from "../../../one-of.ts";
import { readArticlesNav } from "../../read-articles-nav.ts";

export const metadata: Metadata = { title: "Near-duplicates" };

type Props = {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ decision?: string | string[]; after?: string | string[] }>;
};

const PAGE_LENGTH = 50;

export default async function LikenessesPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const ctx = await pageContext();
  const project = await orNotFound(getProject(ctx, projectId));
  const asked = await searchParams;
  const decision = LikenessFilter.catch("undecided").parse(asked.decision);
  const after = isId(oneOf(asked.after)) ? oneOf(asked.after) : undefined;
  const [nav, counts, { items, next }] = await Promise.all([
    readArticlesNav(ctx, project.id),
    countLikenesses(ctx, project.id),
    listLikenesses(ctx, project.id, { decision, after, limit: PAGE_LENGTH }),
  ]);
  const home = `/projects/${project.id}/likenesses`;
  const hrefOf = (filter: LikenessFilter) =>
    filter === "undecided" ? home : `${home}?decision=${filter}`;
  return (
    <>
      <ArticlesNav projectId={project.id} current="likenesses" counts={nav} />
      <PageHeader title="Near-duplicates">
        The same text in two papers, or twice in one: keep both, tie them together, or merge them.
      </PageHeader>
      <div className="mb-4">
        <NavTabs
          label="Pairs by decision"
          tabs={LIKENESS_FILTERS.map((filter) => ({
            href: hrefOf(filter),
            label: FILTER_WORDS[filter],
            count: counts[filter],
            isCurrent: filter === decision,
          }))}
        />
      </div>
      {items.length === 0 ? (
        <EmptyState heading={decision === "undecided" ? "No pair waits" : "No pair is like this"}>
          {decision === "undecided"
            ? "When an article comes in that is nearly the same text as another, the two appear here."
            : "Decisions are listed here once they are made, and can be taken back."}
        </EmptyState>
      ) : (
        <>
          <LikenessList projectId={project.id} likenesses={items} />
          {(next || after) && (
            <nav aria-label="Pages of pairs" className="flex justify-end gap-2 py-3">
              {after && <ButtonLink href={hrefOf(decision)}>From the start</ButtonLink>}
              {next && (
                <ButtonLink href={`${home}?decision=${decision}&after=${next}`} rel="next">
                  Next {PAGE_LENGTH}
                </ButtonLink>
              )}
            </nav>
          )}
        </>
      )}
    </>
  );
}
