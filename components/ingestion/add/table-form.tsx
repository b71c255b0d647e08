"use client";

import { Table2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { v5 as uuidv5 } from "uuid";
import { askServer, type ServerAnswer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { TablePreview } from "#lib/ingestion/tables/preview-table.ts";
import type { Mapping } from "#lib/ingestion/model.ts";
import { FileInput } from "./file-input.tsx";
import { TableMapping } from "./table-mapping.tsx";

type Props = {
  projectId: string;
  /** The table that was chosen here or dropped on the page. */
  file: File | null;
  onFile: (file: File) => void;
};

/** A table whose rows are articles: its columns are looked at and named before anything comes in. */
export function TableForm({ projectId, file, onFile }: Props) {
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [preview, setPreview] = useState<ServerAnswer<TablePreview> | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  useEffect(() => {
    if (file === null) return;
    let isHere = true;
    setPreview(null);
    setProblem(null);
    void askServer<TablePreview>({
      method: "POST",
      path: `/projects/${projectId}/table-preview`,
      upload: { content: file.slice(0, PREVIEWED_BYTES), mediaType: "application/octet-stream" },
    }).then((answer) => {
      if (!isHere) return;
      setPreview(answer);
      if (answer.isDone) setMapping(answer.value.suggested);
    });
    return () => {
      isHere = false;
    };
  }, [file, projectId]);

  const send = async () => {
    if (file === null) return;
    setSending(true);
    const refusal = await sendTable(projectId, file, mapping);
    if ("id" in refusal) router.push(`/projects/${projectId}/ingestions/${refusal.id}`);
    else {
      setSending(false);
      setProblem(refusal.problem);
    }
  };

  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant={file === null ? "primary" : "secondary"}
          icon={<Table2 aria-hidden className="size-4" />}
          onClick={() => chooser.current?.click()}
        >
          {file === null ? "Choose a table" : "Choose another"}
        </Button>
        <p className="min-w-0 text-muted wrap-anywhere">
          {file === null
            ? "CSV, JSON Lines or JSON, one article in each row."
            : `${file.name}, ${sizeWords(file.size)}`}
        </p>
        <FileInput
          label="Table to add"
          chooser={chooser}
          accept=".csv,.tsv,.jsonl,.ndjson,.json"
          onFiles={([chosen]) => chosen && onFile(chosen)}
        />
      </div>
      {file !== null && preview === null && (
        <p className="text-muted">
          <Spinner label="Looking at the table" />
        </p>
      )}
      {preview?.isDone === false && <Notice kind="problem">{preview.problem}</Notice>}
      {file !== null && preview?.isDone && (
        <>
          <TableMapping preview={preview.value} mapping={mapping} onMapping={setMapping} />
          {problem && <Notice kind="problem">{problem}</Notice>}
          <div className="flex flex-wrap items-center gap-3">
            <Button
              variant="primary"
              pending={isSending}
              disabled={!isWhole(mapping)}
              onClick={() => void send()}
            >
              Add the rows
            </Button>
            {!isWhole(mapping) && (
              <span className="text-sm text-muted">
                Say which column holds the text, the HTML or the address.
              </span>
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** The first part of a table tells its columns. */
const PREVIEWED_BYTES = 4 * 1024 * 1024;
/** Of this use alone; any fixed UUID would do. */
const NAMESPACE = "0b1f8a86-3f0e-4a3f-9a55-2c0c8d4b7f60";

/**
 * The same table with the same columns is one ingestion, however often it is sent; once that was
 * cancelled, it is another.
 */
async function sendTable(
  projectId: string,
  file: File,
  mapping: Mapping,
): Promise<{ id: string } | { problem: string }> {
  const said = [projectId, file.name, file.size, file.lastModified, JSON.stringify(mapping)];
  for (let round = 0; ; round++) {
    const id = uuidv5([...said, round].join("\n"), NAMESPACE);
    const begun = await askServer<{ complete: boolean; cancelledAt: string | null }>({
      method: "POST",
      path: `/projects/${projectId}/ingestions`,
      body: { id, name: file.name, kind: "table", mapping },
    });
    if (!begun.isDone) return { problem: begun.problem };
    if (begun.value.cancelledAt !== null) continue;
    if (begun.value.complete) return { id };
    const name = new URLSearchParams({ name: file.name }).toString();
    const sent = await askServer({
      method: "PUT",
      path: `/ingestions/${id}/items/0?${name}`,
      upload: { content: file, mediaType: file.type || "application/octet-stream" },
    });
    if (!sent.isDone) return { problem: sent.problem };
    const closed = await askServer({ method: "POST", path: `/ingestions/${id}/complete` });
    return closed.isDone ? { id } : { problem: closed.problem };
  }
}

function isWhole(mapping: Mapping): boolean {
  return Boolean(mapping.text ?? mapping.html ?? mapping.url);
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
