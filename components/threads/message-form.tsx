"use client";

import { useState } from "react";
import { useDesk } from "#components/desk/use-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { browserDrafts } from "./drafts.ts";
import { MentionField } from "./mention-field.tsx";
import { mentionsIn } from "./mentions.ts";
import type { Said } from "./talk-change.ts";
import { useTalkMembers } from "./use-talk-members.ts";

type Props = {
  /** Where the draft is kept until it is sent. */
  place: string;
  label: string;
  action: string;
  /** What is to be said otherwise. */
  initial?: string;
  isPrivate?: boolean;
  isFocusedFirst?: boolean;
  onSend: (said: Said) => void;
  onCancel?: () => void;
};

/** Writes a message. What was begun is kept in this browser until it is sent or cleared. */
export function MessageForm(props: Props) {
  const { place, label, action, initial = "", isPrivate = false, onSend, onCancel } = props;
  const desk = useDesk();
  const members = useTalkMembers();
  const drafts = browserDrafts(desk.data.me.id);
  const [text, setText] = useState(() => drafts.load(place) || initial);
  const write = (next: string) => {
    setText(next);
    drafts.save(place, next === initial ? "" : next);
  };
  const send = () => {
    const body = text.trim();
    if (body === "") return desk.say("Write something first.");
    onSend({ body, mentions: isPrivate ? [] : mentionsIn(body, members) });
    drafts.save(place, "");
    setText("");
  };
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MentionField
        label={label}
        value={text}
        onChange={write}
        onSubmit={send}
        onLeave={onCancel ?? leaveField}
        members={isPrivate ? [] : members}
        myId={desk.data.me.id}
        isFocusedFirst={props.isFocusedFirst ?? false}
      />
      <div className="flex items-center gap-1.5">
        <Button size="small" variant="primary" type="submit" keys="Control+Enter">
          {action}
        </Button>
        {onCancel && (
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

/** Back to the panel: from there Esc closes it. */
function leaveField(): void {
  document.activeElement?.closest<HTMLElement>("[data-panel]")?.focus();
}
