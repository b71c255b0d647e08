"use client";

import { Check, Lock } from "lucide-react";
import { focusOn } from "#components/desk/actions/focus.ts";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Thread } from "#lib/threads/model.ts";
import { MessageForm } from "./message-form.tsx";
import { MessageItem } from "./message-item.tsx";
import { threadName } from "./thread-name.ts";

/** One thread: open with all that was said and a field to answer in, or folded to a line. */
export function ThreadItem({
  thread,
  isOpen,
  onToggle,
}: {
  thread: Thread;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const desk = useDesk();
  const { id, messages, resolved, isPrivate } = thread;
  const canWrite = desk.data.can.write;
  const first = messages.find((each) => !each.isDeleted);
  return (
    <li className="min-w-0 rounded-lg border border-line bg-surface" data-thread={id}>
      <h4>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onToggle}
          className="touchable flex min-h-9 w-full cursor-pointer items-center gap-2 rounded-lg px-3 py-1.5 text-left hover:bg-sunken"
        >
          {isPrivate && <Lock aria-hidden className="size-3.5 shrink-0 text-muted" />}
          {resolved && <Check aria-hidden className="size-3.5 shrink-0 text-accent" />}
          <span className="min-w-0 flex-1 truncate">
            <span className="sr-only">{threadName(thread)}: </span>
            <span className="font-medium">{thread.author.name}</span>{" "}
            <span className="text-muted">{first ? shorten(first.body, 90) : "taken back"}</span>
          </span>
          <Badge>{messages.length}</Badge>
        </button>
      </h4>
      {isOpen && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line px-3 py-2">
          <About thread={thread} />
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-3">
            {messages.map((message, index) => (
              <MessageItem
                key={message.id}
                thread={thread}
                message={message}
                isFirst={index === 0}
              />
            ))}
          </ol>
          {resolved && (
            <p className="text-sm text-muted">
              Settled by {resolved.by.id === desk.data.me.id ? "you" : resolved.by.name}.
            </p>
          )}
          {canWrite && (
            <>
              <MessageForm
                place={`thread-${id}`}
                label={isPrivate ? "Another note to yourself" : "Your answer"}
                action={isPrivate ? "Note" : "Answer"}
                isPrivate={isPrivate}
                onSend={(said) =>
                  desk.perform(`your answer “${shorten(said.body, 40)}”`, [
                    { kind: "put-message", id: desk.newId(), threadId: id, ...said },
                  ])
                }
              />
              <div>
                <Button
                  size="small"
                  onClick={() =>
                    desk.perform(resolved ? "taking talk up again" : "settling talk", [
                      { kind: resolved ? "reopen-thread" : "resolve-thread", id },
                    ])
                  }
                >
                  {resolved ? "Take up again" : "Settled"}
                </Button>
              </div>
            </>
          )}
        </div>
      )}
    </li>
  );
}

/** What the thread is about, with the way there; it stays readable when that was deleted. */
function About({ thread }: { thread: Thread }) {
  const desk = useDesk();
  const { annotationId, isPrivate } = thread;
  const annotation = useDeskState((state) => state.annotations.get(annotationId ?? ""));
  const note = isPrivate ? <Badge>only you see this</Badge> : null;
  if (annotationId === null) return note;
  if (!annotation || annotation.state === "withdrawn")
    return (
      <p className="text-sm text-muted">
        {note} About an annotation that was deleted
        {annotation ? `: “${shorten(nameOf(annotation), 100)}”` : ""}. What was said stays.
      </p>
    );
  return (
    <p className="text-sm">
      {note}{" "}
      <button
        type="button"
        className="link cursor-pointer text-left"
        onClick={() => focusOn(desk, annotationId, "card")}
      >
        {TAG_LOOKS[annotation.tag].word} “{shorten(nameOf(annotation), 100)}”
      </button>
    </p>
  );
}
