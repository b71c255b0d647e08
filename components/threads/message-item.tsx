"use client";

import { useState } from "react";
import { shorten } from "#components/annotations/words.ts";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { UnsentNotice } from "#components/live/unsent-notice.tsx";
import { Button } from "#components/ui/button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Thread } from "#lib/threads/model.ts";
import { MessageForm } from "./message-form.tsx";
import { pieces } from "./mentions.ts";

type Message = Thread["messages"][number];
type Props = { thread: Thread; message: Message; isFirst: boolean };

/** One message: who, when, what; its own can be put otherwise or taken back. */
export function MessageItem({ thread, message, isFirst }: Props) {
  const desk = useDesk();
  const [isEditing, setEditing] = useState(false);
  const { me, role, can } = desk.data;
  const isOwn = message.author.id === me.id;
  const isNamed = message.mentions.some(({ id }) => id === me.id);
  const canDelete = can.write && (isOwn || role === "manager");
  if (message.isDeleted)
    return <li className="text-sm text-muted italic">{message.author.name} took this back.</li>;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-0.5" data-message={message.id}>
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold">{isOwn ? "You" : message.author.name}</span>
        <span className="text-muted">
          <Time at={message.createdAt} />
          {message.editedAt && " · edited"}
        </span>
        {isNamed && <span className="text-accent">names you</span>}
      </p>
      {isEditing ? (
        <MessageForm
          place={`edit-${message.id}`}
          label="Your message, put otherwise"
          action="Save"
          initial={message.body}
          isPrivate={thread.isPrivate}
          isFocusedFirst
          onCancel={() => setEditing(false)}
          onSend={(said) => {
            desk.perform(`putting “${shorten(message.body, 40)}” otherwise`, [
              { kind: "put-message", id: message.id, threadId: thread.id, ...said },
            ]);
            setEditing(false);
          }}
        />
      ) : (
        <p dir="auto" className="wrap-break-word whitespace-pre-wrap">
          {pieces(message.body, message.mentions).map(({ at, text, member }) =>
            member ? (
              <strong key={at} className="font-semibold text-accent">
                {text}
              </strong>
            ) : (
              text
            ),
          )}
        </p>
      )}
      <Unsent thread={thread} message={message} isFirst={isFirst} />
      {canDelete && !isEditing && (
        <div className="-ml-1.5 flex gap-1">
          {isOwn && (
            <Button size="small" variant="quiet" onClick={() => setEditing(true)}>
              Edit<span className="sr-only"> your message of {message.createdAt}</span>
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            onClick={() =>
              desk.perform(`taking “${shorten(message.body, 40)}” back`, [
                { kind: "delete-message", id: message.id, threadId: thread.id },
              ])
            }
          >
            Take back<span className="sr-only"> the message of {message.createdAt}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

/** A thread is begun with its first message. */
function Unsent({ thread, message, isFirst }: Props) {
  const isSentAlone = useDeskState((state) => state.pending.has(message.id));
  const subject = isFirst && !isSentAlone ? thread.id : message.id;
  return <UnsentNotice subject={subject} words={message.body} />;
}
