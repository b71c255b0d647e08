"use client";

import { useRouter } from "next/navigation";
import Link from "next/link";
import { useState } from "react";
import type { ServerAnswer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { type SentArticle, sendArticle } from "./send-article.ts";
import { isAddress, refusePaste } from "./refuse-paste.ts";

type Props = {
  projectId: string;
  /** Somebody pasted an address and wants its page. */
  onAddress: (address: string) => void;
};

/** One text from the clipboard. Added, it opens; what was refused stays in the field. */
export function PasteArticle({ projectId, onAddress }: Props) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [title, setTitle] = useState("");
  const [mediaType, setMediaType] = useState<MediaType>("text/plain");
  const [answer, setAnswer] = useState<ServerAnswer<SentArticle> | null>(null);
  const [isSending, setSending] = useState(false);

  const add = async () => {
    const content = new Blob([text]);
    const problem = refusePaste(content.size);
    if (isAddress(text)) return;
    if (problem !== null) {
      setAnswer({ isDone: false, code: "invalid", problem, fields: {} });
      return;
    }
    setSending(true);
    const sent = await sendArticle(projectId, content, {
      title: title.trim(),
      mediaType: `${mediaType}; charset=utf-8`,
    });
    setAnswer(sent);
    if (sent.isDone && sent.value.isNew) {
      router.push(`/projects/${projectId}/articles/${sent.value.id}`);
    } else setSending(false);
  };

  return (
    <form
      className="grid max-w-3xl gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label="Text"
        hint="Up to 10 MB."
        error={answer?.isDone === false ? answer.problem : null}
      >
        <TextArea
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={12}
          required
          className="min-h-64 font-serif text-xl"
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <Field label="Title" hint="Optional. Left out, it is taken from the text.">
          <TextInput
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            maxLength={1000}
            autoComplete="off"
          />
        </Field>
        <Field label="Written as">
          <Select value={mediaType} options={MEDIA_TYPES} onValueChange={setMediaType} />
        </Field>
      </div>
      {answer?.isDone && !answer.value.isNew && (
        <Notice heading="This text is here already">
          <Link className="link" href={`/projects/${projectId}/articles/${answer.value.id}`}>
            {answer.value.title}
          </Link>
        </Notice>
      )}
      {isAddress(text) ? (
        <Notice
          heading="This is an address"
          actions={
            <Button variant="primary" onClick={() => onAddress(text.trim())}>
              Fetch its page
            </Button>
          }
        >
          Its page can be fetched. Where that does not work, copy the text there and paste it here.
        </Notice>
      ) : (
        <div>
          <Button type="submit" variant="primary" pending={isSending} disabled={text.trim() === ""}>
            Add and open
          </Button>
        </div>
      )}
    </form>
  );
}

type MediaType = "text/plain" | "text/html" | "text/markdown";

const MEDIA_TYPES: readonly { value: MediaType; label: string }[] = [
  { value: "text/plain", label: "Plain text" },
  { value: "text/html", label: "HTML" },
  { value: "text/markdown", label: "Markdown" },
];
