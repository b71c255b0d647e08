"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import type { MemberRole } from "#lib/context.ts";
import { CaseColumn } from "./case-column.tsx";
import { ContextArea } from "./context-area.tsx";
import { calledInSentence } from "./decided-words.ts";
import { LineNotice } from "./line-notice.tsx";
import { QueueEnd } from "./queue-end.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { QueueList } from "./queue-list.tsx";
import { RefusalNotices } from "./refusal-notices.tsx";
import { neighbour, nextWaiting, shownItems, standingOf, type QueueFilter } from "./queue-state.ts";
import { ReviewHead } from "./review-head.tsx";
import type { ReviewKey } from "./review-keys.ts";
import { StatusLine } from "./status-line.tsx";
import type { Person, QueueItem } from "./review-types.ts";
import { useCase } from "./use-case.ts";
import { useLostFocus } from "./use-lost-focus.ts";
import { useMarkHits } from "./use-mark-hits.ts";
import { usePointingOut } from "./use-pointing-out.ts";
import { useReview } from "./use-review.ts";
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
  const heading = useRef<HTMLHeadingElement>(null);

  const shown = shownItems(state, filter);
  const item = state.items.find(({ id }) => id === state.currentId) ?? null;
  const ahead = state.items.find(({ id }) => id === nextWaiting(state, filter, state.currentId));
  const standing = item ? standingOf(state, item.id) : null;
  const { article, background, text, correction, mark, mode, setMode, selected, onSelect } =
    useCase(item, ahead ?? null);
  useLostFocus(heading, `${item?.id} ${mode}`);
  const point = usePointingOut(review.say, article.change);
  const hit = useMarkHits(mode === "look", (id) => shown.some((one) => one.id === id), review.goTo);

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
              text={text}
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

function deskHref(projectId: string, { articleId, id }: QueueItem): string {
  return `/projects/${projectId}/articles/${articleId}#${id}`;
}
