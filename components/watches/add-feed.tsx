"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { askServer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { SCHEDULES, scheduleMinutes } from "./schedule-words.ts";

/** A feed to be followed: its entries become articles as they appear. */
export function AddFeed({ projectId, onAdded }: { projectId: string; onAdded?: () => void }) {
  const router = useRouter();
  const [url, setUrl] = useState("");
  const [every, setEvery] = useState<string>("60");
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  const add = async () => {
    setSending(true);
    const answer = await askServer<{ id: string }>({
      method: "POST",
      path: `/projects/${projectId}/watches`,
      body: { kind: "feed", url: withScheme(url), everyMinutes: scheduleMinutes(every) },
    });
    setSending(false);
    if (!answer.isDone) {
      setProblem(answer.fields.url ?? answer.problem);
      return;
    }
    setUrl("");
    setProblem(null);
    onAdded?.();
    router.push(`/projects/${projectId}/watches`);
    router.refresh();
  };

  return (
    <form
      className="grid max-w-3xl gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
        <Field
          label="Address of the feed"
          hint="RSS or Atom. What is in it now comes in at once, and what is new as it appears."
        >
          <TextInput
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            required
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
          />
        </Field>
        <Field label="Fetched">
          <Select value={every} options={SCHEDULES} onValueChange={setEvery} />
        </Field>
      </div>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <div>
        <Button type="submit" variant="primary" pending={isSending} disabled={url.trim() === ""}>
          Follow the feed
        </Button>
      </div>
    </form>
  );
}

function withScheme(typed: string): string {
  const url = typed.trim().replace(/^feed:(\/\/)?/i, "");
  return /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`;
}
