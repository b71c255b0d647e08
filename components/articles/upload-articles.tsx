"use client";

import { Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Progress } from "#components/ui/progress.tsx";
import { UPLOAD_ENDINGS } from "./upload-limit.ts";
import { UploadResults } from "./upload-results.tsx";
import { useUploads } from "./use-uploads.ts";

/** Files from the machine, one or many. They are sent one after another, and each has its own result. */
export function UploadArticles({ projectId }: { projectId: string }) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { uploads, add, retry } = useUploads(projectId);
  const settled = uploads.filter(
    ({ result }) => result.state !== "waiting" && result.state !== "sending",
  );
  const failed = uploads.filter(({ result }) => result.state === "failed");

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };

  return (
    <div className="grid max-w-3xl gap-5">
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          "grid justify-items-center gap-3 rounded-lg border border-dashed px-4 py-10 text-center",
          isOver ? "border-accent bg-accent-faint" : "border-line-strong bg-surface",
        )}
      >
        <Upload aria-hidden className="size-6 text-muted" />
        <Button variant="primary" onClick={() => chooser.current?.click()}>
          Choose files
        </Button>
        <p className="text-muted">
          or drop them here: .txt, .html and .md, up to 10 MB of text each, as many as you like.
        </p>
        <input
          ref={chooser}
          type="file"
          multiple
          accept={UPLOAD_ENDINGS.join(",")}
          aria-label="Files to add"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            // So that the same file can be chosen again once it was mended.
            event.target.value = "";
          }}
        />
      </div>
      {uploads.length > 0 && (
        <section aria-label="Files" className="grid gap-3">
          <Progress label="Sent" value={settled.length} max={uploads.length} unit="files" />
          <UploadResults projectId={projectId} uploads={uploads} onRetry={(id) => retry([id])} />
          <div className="flex flex-wrap gap-2">
            {failed.length > 1 && (
              <Button onClick={() => retry(failed.map(({ id }) => id))}>
                Try the {failed.length} again
              </Button>
            )}
            {settled.length === uploads.length && (
              <ButtonLink href={`/projects/${projectId}/articles`} variant="primary">
                Go to the articles
              </ButtonLink>
            )}
          </div>
        </section>
      )}
    </div>
  );
}
