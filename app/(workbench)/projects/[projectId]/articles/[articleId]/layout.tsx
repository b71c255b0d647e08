import type { ReactNode } from "react";
import { pageContext } from "#lib/access/session.ts";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { notFound } from "#lib/errors.ts";
import { orNotFound } from "../../../../or-not-found.ts";

type Props = { children: ReactNode; params: Promise<{ projectId: string; articleId: string }> };

/**
 * Says not-found before the loading state below is sent, so that the answer's status is 404. It
 * protects nothing: the page asks for itself.
 */
export default async function ArticleLayout({ children, params }: Props) {
  await orNotFound(findHere(await params));
  return children;
}

/** The address names both; an article of another project is not at this one. */
async function findHere(place: { projectId: string; articleId: string }): Promise<void> {
  const { projectId } = await getArticleSummary(await pageContext(), place.articleId);
  if (projectId !== place.projectId) throw notFound("article");
}
