"use client";

import { useEffect, useState } from "react";
import { callApi } from "#components/http/call-api.ts";
import { readAll } from "#components/http/read-all.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { DistantAnnotation } from "../desk-data.ts";

type Found = {
  readonly found: readonly DistantAnnotation[];
  readonly isLoading: boolean;
  readonly problem: string | null;
};

const NOTHING: Found = { found: [], isLoading: false, problem: null };
/** Fewer letters stand in every article. */
const ENOUGH_LETTERS = 3;
const MOST_ARTICLES = 12;

/** The annotations of those other articles of the project in which the words stand that are sought. */
export function useProjectAnnotations(
  projectId: string,
  butArticleId: string,
  sought: string,
): Found {
  const [state, setState] = useState<Found>(NOTHING);
  const words = sought.trim();
  useEffect(() => {
    if (words.length < ENOUGH_LETTERS) return setState(NOTHING);
    const leaving = new AbortController();
    setState((before) => ({ ...before, isLoading: true }));
    // Whoever types on does not want the answers for half a word.
    const timer = setTimeout(() => void look(), 250);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };

    async function look(): Promise<void> {
      const { signal } = leaving;
      const passages = await callApi<{ items: { articleId: string; title: string }[] }>({
        method: "GET",
        path: `/projects/${projectId}/passages?q=${encodeURIComponent(words)}&limit=100`,
        signal,
      });
      if (signal.aborted) return;
      if (passages.kind !== "done")
        return setState({ ...NOTHING, problem: passages.problem.message });
      const articles = new Map(
        passages.body.items.map(({ articleId, title }) => [articleId, title]),
      );
      articles.delete(butArticleId);
      const found = await Promise.all(
        [...articles]
          .slice(0, MOST_ARTICLES)
          .map(([id, title]) => annotationsOf(id, title, signal)),
      );
      if (!signal.aborted) setState({ ...NOTHING, found: found.flat() });
    }
  }, [projectId, butArticleId, words]);
  return state;
}

async function annotationsOf(
  articleId: string,
  articleTitle: string,
  signal: AbortSignal,
): Promise<DistantAnnotation[]> {
  const path = `/articles/${articleId}/annotations?state=draft,submitted,approved,rejected`;
  const outcome = await readAll<Annotation>(path, signal);
  if (outcome.kind !== "done") return [];
  return outcome.body.map(({ id, tag, state, segments }) => ({
    id,
    articleId,
    articleTitle,
    tag,
    state,
    segments,
  }));
}
