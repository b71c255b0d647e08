"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { askServer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { useToast } from "#components/ui/toast.tsx";

type Props = { articleId: string; home: string };

/** A newer text of the article by hand: pasted, or a file. For pages that no program may fetch. */
export function AddRevision({ articleId, home }: Props) {
  const router = useRouter();
  const toast = useToast();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  const send = async (content: Blob, mediaType: string, name?: string) => {
    setSending(true);
    setProblem(null);
    const query = name === undefined ? "" : `?${new URLSearchParams({ name }).toString()}`;
    const answer = await askServer<{ revision: number; isNew: boolean }>({
      method: "POST",
      path: `/articles/${articleId}/revisions${query}`,
      upload: { content, mediaType },
    });
    setSending(false);
    if (!answer.isDone) {
      setProblem(answer.problem);
      return;
    }
    if (!answer.value.isNew) {
      setProblem("This is the text that is here already, to the letter.");
      return;
    }
    setOpen(false);
    setText("");
    toast({ text: `Revision ${answer.value.revision} is made.` });
    router.push(`${home}?revision=${answer.value.revision}`);
    router.refresh();
  };

  return (
    <Dialog
      title="Add a newer text"
      description="It becomes the next revision. Annotations go along where their words stand; the others wait for you."
      open={isOpen}
      onOpenChange={setOpen}
      isWide
      trigger={<Button>Add a newer text</Button>}
      actions={
        <>
          <Button onClick={() => chooser.current?.click()} disabled={isSending}>
            Choose a file instead
          </Button>
          <Button
            variant="primary"
            pending={isSending}
            disabled={text.trim() === ""}
            onClick={() => void send(new Blob([text]), "text/plain; charset=utf-8")}
          >
            Add this text
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="Text as it stands there now">
          <TextArea
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={12}
            className="min-h-64 font-serif text-lg"
          />
        </Field>
        {problem && <Notice kind="problem">{problem}</Notice>}
        <input
          ref={chooser}
          type="file"
          aria-label="File with the newer text"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void send(file, file.type || "application/octet-stream", file.name);
            event.target.value = "";
          }}
        />
      </div>
    </Dialog>
  );
}
