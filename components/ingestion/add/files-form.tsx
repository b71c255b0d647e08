"use client";

import { FolderOpen, Upload } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { counted } from "#components/projects/counted.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { chosenFrom, type ChosenFile } from "../sending/manifest.ts";
import { FileInput } from "./file-input.tsx";
import type { SendFiles } from "./use-send-files.ts";

type Props = {
  projectId: string;
  files: SendFiles;
  onFiles: (chosen: readonly ChosenFile[]) => void;
};

/** Files from the machine: some, a folder, or archives, chosen here or dropped anywhere on the page. */
export function FilesForm({ projectId, files, onFiles }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const folderChooser = useRef<HTMLInputElement>(null);
  const { state } = files;
  const isBusy = state.kind === "preparing";
  const take = (chosen: readonly File[]) => onFiles(chosenFrom(chosen));

  return (
    <div className="grid max-w-3xl gap-5">
      <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-line-strong bg-surface px-4 py-10 text-center">
        <Upload aria-hidden className="size-6 text-muted" />
        <div className="flex flex-wrap justify-center gap-2">
          <Button variant="primary" disabled={isBusy} onClick={() => chooser.current?.click()}>
            Choose files
          </Button>
          <Button
            icon={<FolderOpen aria-hidden className="size-4" />}
            disabled={isBusy}
            onClick={() => folderChooser.current?.click()}
          >
            Choose a folder
          </Button>
        </div>
        <p className="max-w-lg text-muted">
          or drop files, folders and ZIP archives anywhere on this page. Plain text, HTML, saved
          pages, Markdown, PDF, Word, OpenDocument and e-mail are read.
        </p>
        <FileInput label="Files to add" chooser={chooser} isMany onFiles={take} />
        <FileInput label="Folder to add" chooser={folderChooser} isMany isFolder onFiles={take} />
      </div>
      {state.kind === "preparing" && (
        <p className="text-muted">
          <Spinner label={`Preparing ${counted(state.count, "file")}`} />
        </p>
      )}
      {state.kind === "sent-before" && (
        <Notice heading="These files were sent before">
          Nothing is sent twice.{" "}
          <Link className="link" href={`/projects/${projectId}/ingestions/${state.id}`}>
            See what became of them
          </Link>
        </Notice>
      )}
      {state.kind === "refused" && <Notice kind="problem">{state.problem}</Notice>}
      <p className="text-sm text-muted">
        Sending goes on while you do something else here, and after a reload. Each file is kept as
        it came, with its article.
      </p>
    </div>
  );
}
