"use client";

import { useState } from "react";
import { shorten } from "#components/annotations/words.ts";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { saveStateOf } from "#components/desk/cards/save-state.ts";
import { copyText } from "#components/live/copy-text.ts";
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

/** How safe a message is: nothing when the server has it. */
function Unsent({ thread, message, isFirst }: Props) {
  const desk = useDesk();
  const own = useDeskState((state) => state.pending.get(message.id));
  const begun = useDeskState((state) => (isFirst ? state.pending.get(thread.id) : undefined));
  const connection = useDeskState((state) => state.connection);
  const pending = own ?? begun;
  const save = saveStateOf(pending, connection);
  if (save.kind === "saved" || save.kind === "saving") return null;
  if (save.kind === "waiting")
    return <p className="text-xs text-muted">kept here, waiting for the network</p>;
  const subject = own ? message.id : thread.id;
  return (
    <div className="grid gap-1.5 rounded-md bg-danger-ground p-2 text-sm">
      <p>{save.problem.message} Your words are kept here.</p>
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" onClick={() => desk.keepMine(subject)}>
          Try again
        </Button>
        <Button
          size="small"
          onClick={() => {
            void copyText(message.body).then((isCopied) =>
              isCopied
                ? desk.say("Copied.")
                : desk.say("The browser does not let this page copy.", true),
            );
          }}
        >
          Copy
        </Button>
        <Button size="small" onClick={() => void desk.takeTheirs(subject)}>
          Let go
        </Button>
      </div>
    </div>
  );
}
