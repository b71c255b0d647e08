import { articleText, type ArticleText } from "#components/editor/article-text.ts";
import { callApi, type ApiOutcome } from "#components/http/call-api.ts";
import { readAll } from "#components/http/read-all.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Article } from "#lib/articles/model.ts";
import type { MissedPassage } from "#lib/review/model.ts";
import type { KnownBackground } from "./review-types.ts";

/** An article with all that is painted in it. */
export type CaseArticle = {
  readonly article: Article;
  readonly text: ArticleText;
  /** All that stand, those of the annotation under review too. */
  readonly annotations: readonly Annotation[];
  readonly missed: readonly MissedPassage[];
};

export type Loaded<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly value: T }
  | { readonly kind: "failed"; readonly message: string };

/** Read an article at a revision, with its annotations and what was pointed out in it. */
export async function loadArticle(
  articleId: string,
  revision: number,
): Promise<Loaded<CaseArticle>> {
  const path = `/articles/${articleId}`;
  const [article, annotations, missed] = await Promise.all([
    callApi<Article>({ method: "GET", path: `${path}?revision=${revision}` }),
    readAll<Annotation>(`${path}/annotations?state=draft,submitted,approved,rejected`),
    readAll<MissedPassage>(`${path}/missed`),
  ]);
  if (article.kind !== "done") return failed(article);
  if (annotations.kind !== "done") return failed(annotations);
  if (missed.kind !== "done") return failed(missed);
  return {
    kind: "ready",
    value: {
      article: article.body,
      text: articleText(article.body.text, article.body.blocks),
      annotations: annotations.body.filter((one) => one.revision === revision),
      missed: missed.body.filter((one) => one.revision === revision),
    },
  };
}

/** Read what is known of an annotation. */
export async function loadBackground(id: string): Promise<Loaded<KnownBackground>> {
  const outcome = await callApi<KnownBackground>({
    method: "GET",
    path: `/annotations/${id}/background`,
  });
  return outcome.kind === "done" ? { kind: "ready", value: outcome.body } : failed(outcome);
}

function failed(outcome: Exclude<ApiOutcome<unknown>, { kind: "done" }>): Loaded<never> {
  const message =
    outcome.kind === "signed-out"
      ? "You are signed out. Sign in in another tab, then try again."
      : outcome.problem.message;
  return { kind: "failed", message };
}
