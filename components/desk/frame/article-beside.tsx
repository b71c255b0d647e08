"use client";

import { useEffect, useMemo, useState } from "react";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import { linkWords, nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import { articleText } from "#components/editor/article-text.ts";
import { compareInText } from "#components/editor/reading-order.ts";
import { ReadingPane } from "#components/editor/reading-pane.tsx";
import { callApi } from "#components/http/call-api.ts";
import { readAll } from "#components/http/read-all.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Article, ArticleSummary } from "#lib/articles/model.ts";
import { link } from "../actions/link.ts";
import type { DistantAnnotation } from "../desk-data.ts";
import { linkChoices } from "../marking/link-choices.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** A second article beside the text: what is marked there can be linked to what is focused here. */
export function ArticleBeside() {
  const [articleId, setArticleId] = useState<string | null>(null);
  return articleId === null ? (
    <ChooseArticle onChoose={setArticleId} />
  ) : (
    <OtherArticle key={articleId} articleId={articleId} onLeave={() => setArticleId(null)} />
  );
}

function ChooseArticle({ onChoose }: { onChoose: (id: string) => void }) {
  const { data } = useDesk();
  const [sought, setSought] = useState("");
  const known = useAnswer<readonly ArticleSummary[]>((signal) =>
    readAll<ArticleSummary>(`/projects/${data.project.id}/articles`, signal),
  );
  const words = sought.toLowerCase();
  const found = (known.body ?? [])
    .filter(({ id, title }) => id !== data.article.id && title.toLowerCase().includes(words))
    .slice(0, 50);
  return (
    <div className="grid gap-2">
      <TextInput
        autoFocus
        aria-label="Find the other article by its title"
        placeholder="Title of the other article"
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {known.problem && <Notice kind="caution">{known.problem}</Notice>}
      {known.isLoading && <Spinner label="Looking at the articles" className="text-muted" />}
      <ul className="grid gap-0.5">
        {found.map(({ id, title, publisher }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChoose(id)}
              className="touchable w-full cursor-pointer rounded-md px-2 py-1 text-left hover:bg-sunken"
            >
              <span dir="auto">{title}</span>{" "}
              {publisher && <span className="text-sm text-muted">{publisher}</span>}
            </button>
          </li>
        ))}
      </ul>
      {!known.isLoading && found.length === 0 && (
        <p className="text-muted">No other article has these words in its title.</p>
      )}
    </div>
  );
}

function OtherArticle({ articleId, onLeave }: { articleId: string; onLeave: () => void }) {
  const article = useAnswer<Article>((signal) =>
    callApi<Article>({ method: "GET", path: `/articles/${articleId}`, signal }),
  );
  const annotations = useAnswer<readonly Annotation[]>((signal) =>
    readAll<Annotation>(
      `/articles/${articleId}/annotations?state=draft,submitted,approved,rejected`,
      signal,
    ),
  );
  const [chosenId, setChosenId] = useState<string | null>(null);
  const text = useMemo(
    () => article.body && articleText(article.body.text, article.body.blocks),
    [article.body],
  );
  const marks = useMemo(
    () => annotations.body?.toSorted(compareInText) ?? NO_MARKS,
    [annotations.body],
  );
  const chosen = marks.find(({ id }) => id === chosenId) ?? null;
  const problem = article.problem ?? annotations.problem;
  return (
    <div className="grid gap-3">
      <div className="flex items-baseline justify-between gap-2">
        <h3 dir="auto" className="font-semibold">
          {article.body?.title}
        </h3>
        <Button size="small" onClick={onLeave}>
          Another article
        </Button>
      </div>
      {problem && <Notice kind="caution">{problem}</Notice>}
      {!text && !problem && <Spinner label="Opening the article" className="text-muted" />}
      {article.body && (
        <LinksBetween article={article.body} marks={marks} chosen={chosen} onChoose={setChosenId} />
      )}
      {text && (
        <div className="-mx-4 text-[0.9em]">
          <ReadingPane
            ref={null}
            article={text}
            label={`The text of the other article, “${article.body?.title ?? ""}”.`}
            marks={marks}
            focused={chosen}
            chosen={NOTHING}
            missed={NOTHING}
            masthead={null}
            onSelect={ignore}
            onHit={setChosenId}
            onLayout={ignore}
            onRestore={null}
          />
        </div>
      )}
    </div>
  );
}

/** What is marked there as a list, and the links that make sense between one of it and what is focused here. */
function LinksBetween({
  article,
  marks,
  chosen,
  onChoose,
}: {
  article: Article;
  marks: readonly Annotation[];
  chosen: Annotation | null;
  onChoose: (id: string) => void;
}) {
  const desk = useDesk();
  const focused = useDeskState((state) => state.annotations.get(state.focusId ?? ""));
  const links = useDeskState((state) => state.links);
  const distant: DistantAnnotation | null = chosen && {
    id: chosen.id,
    articleId: article.id,
    articleTitle: article.title,
    tag: chosen.tag,
    state: chosen.state,
    segments: chosen.segments,
  };
  const choices =
    focused && distant ? linkChoices(focused, [], [distant], [...links.values()], "") : [];
  return (
    <section aria-label="Links to the other article" className="grid gap-2">
      <select
        aria-label="What is marked there"
        value={chosen?.id ?? ""}
        onChange={(event) => onChoose(event.target.value)}
        className="h-8 w-full rounded-md border border-line bg-surface px-2 pointer-coarse:h-11"
      >
        <option value="">{marks.length} marked there: choose one, or click its words</option>
        {marks.map((each) => (
          <option key={each.id} value={each.id}>
            {`${TAG_LOOKS[each.tag].word}: ${shorten(nameOf(each), 80)}`}
          </option>
        ))}
      </select>
      {chosen && !focused && (
        <p className="text-muted">Choose an annotation here too, and the two can be linked.</p>
      )}
      {focused && chosen && (
        <p className="flex items-baseline gap-1.5 text-sm">
          <TagLetter tag={focused.tag} isAlone />
          <span dir="auto" className="font-serif">
            {shorten(nameOf(focused), 80)}
          </span>
          <span className="text-muted">…</span>
        </p>
      )}
      {focused && chosen && choices.length === 0 && (
        <p className="text-muted">No further link makes sense between these two.</p>
      )}
      <div className="flex flex-wrap gap-1.5">
        {choices.map(({ type, isReversed }) => (
          <Button
            key={`${type} ${isReversed}`}
            size="small"
            onClick={() => {
              if (!focused || !distant) return;
              desk.store.set(({ elsewhere }) => ({
                elsewhere: new Map(elsewhere).set(distant.id, distant),
              }));
              const [from, to] = isReversed ? [distant.id, focused.id] : [focused.id, distant.id];
              link(desk, type, from, to);
            }}
          >
            {linkWords(type, isReversed ? "to" : "from")}
          </Button>
        ))}
      </div>
    </section>
  );
}

type Answer<Body> = {
  readonly body: Body | null;
  readonly problem: string | null;
  readonly isLoading: boolean;
};

/** Asks once, when it is drawn. */
function useAnswer<Body>(
  ask: (signal: AbortSignal) => ReturnType<typeof callApi<Body>>,
): Answer<Body> {
  const [answer, setAnswer] = useState<Answer<Body>>({
    body: null,
    problem: null,
    isLoading: true,
  });
  const [first] = useState(() => ask);
  useEffect(() => {
    const leaving = new AbortController();
    void first(leaving.signal).then((outcome) => {
      if (leaving.signal.aborted) return;
      if (outcome.kind === "done")
        setAnswer({ body: outcome.body, problem: null, isLoading: false });
      else setAnswer({ body: null, problem: outcome.problem.message, isLoading: false });
    });
    return () => leaving.abort();
  }, [first]);
  return answer;
}

const NO_MARKS: readonly Annotation[] = [];
const NOTHING: readonly never[] = [];
const ignore = () => undefined;
