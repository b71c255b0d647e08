"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { Thread } from "#lib/threads/model.ts";
import { MessageForm } from "./message-form.tsx";
import { ThreadItem } from "./thread-item.tsx";
import { markRead } from "./unread-store.ts";

/** The talk beside the text: about the focused annotation first, then about the article, then the rest. */
export function TalkPanel() {
  const desk = useDesk();
  const threads = useDeskState((state) => state.threads);
  const focusId = useDeskState((state) => state.focusId);
  const threadId = useDeskState((state) => state.threadId);
  const focused = useDeskState((state) => state.annotations.get(state.focusId ?? ""));
  const parts = useMemo(() => partsOf(threads, focusId), [threads, focusId]);
  const box = useRef<HTMLDivElement>(null);
  const isThere = threadId !== null && threads.has(threadId);

  // The thread that an address or a notice names comes into view once, when it is there.
  useEffect(() => {
    if (!isThere) return;
    box.current
      ?.querySelector(`[data-thread="${CSS.escape(threadId)}"]`)
      ?.scrollIntoView({ block: "nearest" });
    void markRead({ threadId });
  }, [isThere, threadId]);

  const list = (items: readonly Thread[], isOpenAnyway: boolean) => (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {items.map((thread) => (
        <ThreadItem
          key={thread.id}
          thread={thread}
          isOpen={thread.id === threadId || (isOpenAnyway && threadId === null)}
          onToggle={() => {
            const next = thread.id === threadId ? null : thread.id;
            desk.store.set({ threadId: next });
          }}
        />
      ))}
    </ul>
  );
  const isEmpty = threads.size === 0;
  const isStanding = focused !== undefined && focused.state !== "withdrawn";
  return (
    <div ref={box} className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {isEmpty && !focused && (
        <p className="text-muted">
          Nothing was said about this article yet. Choose an annotation to talk about it, or begin
          with the article.
        </p>
      )}
      {focused && (isStanding || parts.here.length > 0) && (
        <section
          aria-label="About the chosen annotation"
          className="grid grid-cols-[minmax(0,1fr)] gap-2"
        >
          <h3 className="text-sm">
            <span className="font-semibold">
              {TAG_LOOKS[focused.tag].word}
              {!isStanding && ", deleted"}
            </span>{" "}
            <span className="font-serif">“{shorten(nameOf(focused), 100)}”</span>
          </h3>
          {list(parts.here, parts.here.length === 1)}
          {isStanding && (
            <Begin key={focused.id} annotationId={focused.id} label="About this annotation" />
          )}
        </section>
      )}
      <section aria-label="About the article" className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <h3 className="text-sm font-semibold">About the article</h3>
        {list(parts.article, false)}
        <Begin annotationId={null} label="About the article" />
      </section>
      {parts.others.length > 0 && (
        <section
          aria-label="About other annotations"
          className="grid grid-cols-[minmax(0,1fr)] gap-2"
        >
          <h3 className="text-sm font-semibold">About other annotations</h3>
          {list(parts.others, false)}
        </section>
      )}
      {parts.settled.length > 0 && (
        <details open={parts.settled.some(({ id }) => id === threadId) || undefined}>
          <summary className="touchable cursor-pointer text-sm font-semibold">
            Settled ({parts.settled.length})
          </summary>
          <div className="mt-2">{list(parts.settled, false)}</div>
        </details>
      )}
    </div>
  );
}

/** Begins a thread, or a note to oneself. */
function Begin({ annotationId, label }: { annotationId: string | null; label: string }) {
  const desk = useDesk();
  const [isPrivate, setPrivate] = useState(false);
  if (!desk.data.can.write) return null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <MessageForm
        key={String(isPrivate)}
        place={`begin-${annotationId ?? desk.data.article.id}`}
        label={isPrivate ? `${label}, a note to yourself` : `${label}, a new thread`}
        action={isPrivate ? "Note" : "Begin to talk"}
        isPrivate={isPrivate}
        onSend={({ body, mentions }) => {
          const id = desk.newId();
          const what = isPrivate ? "note" : "message";
          desk.perform(`your ${what} “${shorten(body, 40)}”`, [
            {
              kind: "put-thread",
              id,
              articleId: desk.data.article.id,
              annotationId,
              isPrivate,
              message: { id: desk.newId(), body, mentions },
            },
          ]);
          desk.store.set({ threadId: id });
        }}
      />
      <Checkbox
        label="Only for me"
        checked={isPrivate}
        onCheckedChange={setPrivate}
        className="text-sm"
      />
    </div>
  );
}

type Parts = { here: Thread[]; article: Thread[]; others: Thread[]; settled: Thread[] };

/** In the order in which they began: nothing changes its place while somebody writes. */
function partsOf(threads: ReadonlyMap<string, Thread>, focusId: string | null): Parts {
  const parts: Parts = { here: [], article: [], others: [], settled: [] };
  for (const thread of [...threads.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (thread.resolved) parts.settled.push(thread);
    else if (thread.annotationId === null) parts.article.push(thread);
    else if (thread.annotationId === focusId) parts.here.push(thread);
    else parts.others.push(thread);
  }
  return parts;
}
