"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { askServer } from "#components/projects/ask-server.ts";
import { counted } from "#components/projects/counted.ts";
import { MOST_ADDRESSES } from "#lib/ingestion/model.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { type AddressLine, parseAddresses } from "./parse-addresses.ts";

type Props = { projectId: string; text: string; onText: (text: string) => void };

/** One or many addresses, checked as they are typed, fetched in the background. */
export function AddressesForm({ projectId, text, onText }: Props) {
  const router = useRouter();
  // Kept until it arrives, so that a second try is the same ingestion.
  const [id, setId] = useState<string>(() => uuidv7());
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const lines = parseAddresses(text);
  const urls = lines.flatMap((line) => (line.kind === "address" ? [line.url] : []));
  const refused = lines.filter((line) => line.kind === "refused");
  const isTooMany = urls.length > MOST_ADDRESSES;

  const send = async () => {
    setSending(true);
    const answer = await askServer<{ id: string }>({
      method: "POST",
      path: `/projects/${projectId}/ingestions`,
      body: { id, name: nameOf(urls), kind: "addresses", addresses: urls },
    });
    if (answer.isDone) {
      router.push(`/projects/${projectId}/ingestions/${answer.value.id}`);
      return;
    }
    setSending(false);
    setProblem(answer.problem);
    if (answer.code === "duplicate") setId(uuidv7());
  };

  return (
    <form
      className="grid max-w-3xl gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (urls.length > 0) void send();
      }}
    >
      <Field
        label="Addresses"
        hint="One a line. Each page is fetched, and what stands around the article is folded away."
        error={isTooMany ? `At most ${MOST_ADDRESSES.toLocaleString("en")} at once.` : null}
      >
        <TextArea
          value={text}
          onChange={(event) => onText(event.target.value)}
          rows={6}
          placeholder="https://"
          inputMode="url"
          spellCheck={false}
          autoCapitalize="off"
          className="min-h-36 font-mono text-sm"
        />
      </Field>
      <AddressesFound lines={lines} count={urls.length} />
      {problem && <Notice kind="problem">{problem}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          variant="primary"
          pending={isSending}
          disabled={urls.length === 0 || isTooMany}
        >
          Fetch {urls.length > 1 ? counted(urls.length, "page") : "the page"}
        </Button>
        {refused.length > 0 && urls.length > 0 && (
          <span className="text-sm text-muted">What is no address is left out.</span>
        )}
      </div>
    </form>
  );
}

/** What was read of the field, said as it is typed. */
function AddressesFound({ lines, count }: { lines: readonly AddressLine[]; count: number }) {
  const repeated = lines.filter((line) => line.kind === "repeated").length;
  const refused = lines.filter((line) => line.kind === "refused");
  if (lines.length === 0) return null;
  return (
    <div role="status" className="grid gap-1 text-sm">
      <p className="tabular-nums">
        {counted(count, "address", "addresses")}
        {repeated > 0 && <span className="text-muted"> · {repeated} given twice</span>}
      </p>
      {refused.length > 0 && (
        <ul className="grid gap-0.5 text-danger">
          {refused.slice(0, SHOWN).map((line) => (
            <li key={`${line.line} ${line.typed}`} className="wrap-anywhere">
              Line {line.line}: {line.problem}{" "}
              <span className="text-muted">{line.typed.slice(0, 80)}</span>
            </li>
          ))}
          {refused.length > SHOWN && <li>And {refused.length - SHOWN} more.</li>}
        </ul>
      )}
    </div>
  );
}

const SHOWN = 5;

function nameOf(urls: readonly string[]): string {
  const [only = ""] = urls;
  if (urls.length > 1) return counted(urls.length, "address", "addresses");
  const { host, pathname } = new URL(only);
  return `${host}${pathname === "/" ? "" : pathname}`.slice(0, 200);
}
