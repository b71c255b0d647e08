"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PaneSelection } from "#components/editor/reading-pane.tsx";
import type { SelectedWords } from "#components/editor/select-words.ts";
import { callApi } from "#components/http/call-api.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { MemberRole } from "#lib/context.ts";
import type { MissedPassage } from "#lib/review/model.ts";
import { CaseColumn, type CaseMode } from "./case-column.tsx";
import { ContextArea } from "./context-area.tsx";
import { calledInSentence } from "./decided-words.ts";
import { LineNotice } from "./line-notice.tsx";
import { loadArticle, loadBackground, type CaseArticle } from "./load-case.ts";
import { QueueEnd } from "./queue-end.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { QueueList } from "./queue-list.tsx";
import { RefusalNotices } from "./refusal-notices.tsx";
import { neighbour, nextWaiting, shownItems, standingOf, type QueueFilter } from "./queue-state.ts";
import { ReviewHead } from "./review-head.tsx";
import type { ReviewKey } from "./review-keys.ts";
import { StatusLine } from "./status-line.tsx";
import type { Person, QueueItem } from "./review-types.ts";
import { useCorrection } from "./use-correction.ts";
import { useLoaded } from "./use-loaded.ts";
import { useReview, type ReviewActions } from "./use-review.ts";
import { useReviewKeys } from "./use-review-keys.ts";

type Props = {
  projectId: string;
  me: { id: string; name: string; role: MemberRole };
  items: readonly QueueItem[];
  next: string | null;
  filter: QueueFilter;
  at: string | null;
  /** Why the annotation that the address names is not in the queue. */
  notice: string | null;
  returned: number;
  /** Who may be pointed to what they missed. */
  annotators: readonly Person[];
};

const FULL_FILTER: QueueFilter = { authorId: null, tag: null, articleId: null };

/** The reviewer's queue: one annotation after another, in its article, with all that bears on it. */
export function ReviewScreen(props: Props) {
  const { projectId, me } = props;
  const review = useReview({ ...props, userId: me.id });
  const { state, filter } = review;
  const router = useRouter();
  const [isListOpen, setListOpen] = useState(false);
  const [modeOf, setModeOf] = useState<{ id: string; mode: CaseMode } | null>(null);
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const shown = shownItems(state, filter);
  const item = state.items.find(({ id }) => id === state.currentId) ?? null;
  const ahead = state.items.find(({ id }) => id === nextWaiting(state, filter, state.currentId));
  const mode = item && modeOf?.id === item.id ? modeOf.mode : "look";
  const standing = item ? standingOf(state, item.id) : null;

  const article = useLoaded(articleKey(item), articleKey(ahead ?? null), (key) => {
    const [articleId = "", revision = "1"] = key.split(" ");
    return loadArticle(articleId, Number(revision));
  });
  const background = useLoaded(caseKey(item), caseKey(ahead ?? null), (key) =>
    loadBackground(key.split(" ")[0] ?? ""),
  );
  const context = article.loaded.kind === "ready" ? article.loaded.value : null;
  const correction = useCorrection(item, context?.text ?? null, selected, mode === "correct");

  const mark = useMemo(
    () => item && (mode === "correct" && correction ? { ...item, ...correction.content } : item),
    [item, mode, correction],
  );
  const setMode = (next: CaseMode) => setModeOf(item && { id: item.id, mode: next });

  // What was selected in one article means nothing in the next.
  useEffect(() => setSelected(null), [item?.id]);
  useLostFocus(heading, `${item?.id} ${mode}`);

  const point = usePointingOut(review.say, article.change);
  const onSelect = useCallback((selection: PaneSelection) => setSelected(selection.selected), []);
  const shownIds = useRef(shown);
  shownIds.current = shown;
  const { goTo } = review;
  // While words are selected for a correction, a click on a mark is only a click.
  const canLeave = useRef(mode === "look");
  canLeave.current = mode === "look";
  const onHit = useRef(goTo);
  onHit.current = goTo;
  const hit = useCallback((id: string | null) => {
    if (id !== null && canLeave.current && shownIds.current.some((one) => one.id === id)) {
      onHit.current(id);
    }
  }, []);

  function onKey(key: ReviewKey): boolean {
    if (mode !== "look" && key !== "leave") return false;
    const isDecidable = item !== null && standing?.kind === "waiting";
    switch (key) {
      case "approve":
        if (isDecidable) review.decide(item, { kind: "approve" });
        else review.say("There is nothing to decide here.");
        return true;
      case "reject":
      case "correct":
        if (isDecidable) setMode(key);
        else review.say("There is nothing to decide here.");
        return true;
      case "missed":
      case "evidence":
        if (item) setMode(key);
        return item !== null;
      case "next":
      case "previous":
        review.step(key);
        return true;
      case "undo":
        review.undo();
        return true;
      case "open":
        if (item) router.push(deskHref(projectId, item));
        return item !== null;
      case "leave":
        if (mode === "look") return false;
        setMode("look");
        return true;
    }
  }
  useReviewKeys(onKey);

  const waiting = state.items.filter(({ id }) => standingOf(state, id).kind === "waiting");
  const place = shown.findIndex(({ id }) => id === item?.id);
  const list = (
    <>
      <div className="border-b border-line px-4 py-3">
        <QueueFilters items={state.items} filter={filter} onFilter={review.setFilter} />
      </div>
      <QueueList
        items={shown}
        state={state}
        onGoTo={(id) => {
          review.goTo(id);
          setListOpen(false);
        }}
      />
    </>
  );

  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]">
      <div>
        <ReviewHead
          projectId={projectId}
          waiting={waiting.length}
          returned={props.returned}
          position={place === -1 ? "" : `${place + 1} of ${shown.length}`}
          list={list}
          isListOpen={isListOpen}
          onListOpen={setListOpen}
        />
        <LineNotice
          line={review.decisions.line}
          waiting={review.decisions.waiting.length}
          isStorageBroken={review.decisions.isStorageBroken}
          onRetry={() => review.decisions.outbox().retry()}
        />
        <RefusalNotices
          refusals={review.refusals}
          onGoTo={review.goTo}
          onDismiss={review.dismiss}
        />
        {props.notice && state.decided.length === 0 && (
          <Notice kind="caution" className="rounded-none border-x-0 border-t-0">
            {props.notice}
          </Notice>
        )}
      </div>
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-1 lg:grid-cols-[17.5rem_minmax(0,1fr)]">
        <nav
          aria-label="The queue"
          className="relative hidden min-h-0 overflow-y-auto border-r border-line lg:block"
        >
          {list}
        </nav>
        {item && mark && standing ? (
          <div className="flex min-h-0 min-w-0 flex-col md:grid md:grid-cols-[minmax(0,1fr)_22.5rem] md:grid-rows-1 xl:grid-cols-[minmax(0,1fr)_25rem]">
            <ContextArea
              loaded={article.loaded}
              mark={mark}
              selected={mode === "correct" || mode === "missed" ? selected : null}
              onSelect={onSelect}
              onHit={hit}
              onReload={article.reload}
            />
            <CaseColumn
              projectId={projectId}
              me={me}
              item={item}
              standing={standing}
              mode={mode}
              onMode={setMode}
              background={background}
              correction={correction}
              selected={selected}
              text={context?.text ?? null}
              annotators={props.annotators}
              canUndo={state.decided.length > 0}
              hasNext={neighbour(state, filter, "next") !== null}
              hasPrevious={neighbour(state, filter, "previous") !== null}
              deskHref={deskHref(projectId, item)}
              onKey={(key) => void onKey(key)}
              onDecide={(decision) => {
                setMode("look");
                review.decide(item, decision);
              }}
              onMissed={(missed) => {
                setMode("look");
                point(missed);
              }}
              headingRef={heading}
            />
          </div>
        ) : (
          <div className="overflow-y-auto">
            <QueueEnd
              projectId={projectId}
              decided={state.decided.length}
              hidden={waiting.filter(({ id }) => !shown.some((one) => one.id === id)).length}
              isLooking={review.isLooking}
              onLook={review.look}
              onShowAll={() => review.setFilter(FULL_FILTER)}
            />
          </div>
        )}
      </div>
      <StatusLine
        said={review.said}
        place={
          item && place !== -1 ? `${place + 1} of ${shown.length}: ${calledInSentence(item)}.` : ""
        }
        mode={item ? mode : "none"}
        canUndo={state.decided.length > 0}
        hasSelection={selected?.kind === "words"}
      />
    </div>
  );
}

function articleKey(item: QueueItem | null): string | null {
  return item && `${item.articleId} ${item.revision}`;
}

function caseKey(item: QueueItem | null): string | null {
  return item && `${item.id} ${item.version}`;
}

function deskHref(projectId: string, { articleId, id }: QueueItem): string {
  return `/projects/${projectId}/articles/${articleId}#${id}`;
}

/** When a form closes or the next annotation comes, what had the focus may be gone. */
function useLostFocus(heading: { current: HTMLElement | null }, when: string): void {
  useEffect(() => {
    const active = document.activeElement;
    if (active === null || active === document.body)
      heading.current?.focus({ preventScroll: true });
  }, [heading, when]);
}

/** What was pointed out is shown, and can be taken back. */
function usePointingOut(
  say: ReviewActions["say"],
  change: (step: (before: CaseArticle) => CaseArticle) => void,
): (missed: MissedPassage) => void {
  return (missed) => {
    change((before) => ({ ...before, missed: [...before.missed, missed] }));
    say(`Pointed out to ${missed.annotator.name}.`, {
      label: "Take it back",
      run: () => void takeBack(missed),
    });
  };

  async function takeBack(missed: MissedPassage): Promise<void> {
    const { id } = missed;
    const outcome = await callApi({ method: "DELETE", path: `/missed/${id}` });
    if (outcome.kind !== "done") {
      say(`It was not taken back. ${outcome.problem.message}`, {
        label: "Try again",
        run: () => void takeBack(missed),
      });
      return;
    }
    change((before) => ({ ...before, missed: before.missed.filter((one) => one.id !== id) }));
    say("Taken back.");
  }
}
