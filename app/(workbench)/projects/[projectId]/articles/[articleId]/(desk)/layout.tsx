import type { ReactNode } from "react";
import { openArticle } from "./open-article.ts";

type Props = { children: ReactNode; params: Promise<{ projectId: string; articleId: string }> };

/**
 * Says not-found before the loading state beside it is sent, so that the answer's status is 404. It
 * protects nothing: the page asks for itself.
 */
export default async function DeskLayout({ children, params }: Props) {
  const { projectId, articleId } = await params;
  await openArticle(projectId, articleId);
  return children;
}
