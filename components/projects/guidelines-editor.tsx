"use client";

import { EditorContent } from "@tiptap/react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { GuidelinesDocument } from "#lib/projects/guidelines-document.ts";
import { dropDraft } from "./guidelines-draft.ts";
import { GuidelinesNotices, type SaveRefusal } from "./guidelines-notices.tsx";
import { GuidelinesToolbar } from "./guidelines-toolbar.tsx";
import { documentOf, useGuidelinesEditing } from "./guidelines-editing.ts";
import { useLeaveGuard } from "./use-leave-guard.ts";

export type SaveGuidelines = (
  document: GuidelinesDocument,
  from: number,
) => Promise<{ isSaved: true } | ({ isSaved: false } & SaveRefusal)>;

type Props = {
  /** Where the guidelines are read. */
  home: string;
  draftKey: string;
  version: number;
  document: GuidelinesDocument;
  save: SaveGuidelines;
};

/** The guidelines, to be written. Saving makes a new version; until then the words are kept in this browser. */
export function GuidelinesEditor({ home, draftKey, version, document, save }: Props) {
  const router = useRouter();
  const { editor, isChanged, found, adopt, discard } = useGuidelinesEditing(
    document,
    version,
    draftKey,
  );
  const [from, setFrom] = useState(version);
  const [refusal, setRefusal] = useState<SaveRefusal | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const guard = useLeaveGuard(isChanged && !isSaved);

  const send = async (basedOn: number) => {
    if (editor === null) return;
    setSaving(true);
    const answer = await save(documentOf(editor), basedOn).catch(() => UNREACHABLE);
    if (answer.isSaved) {
      dropDraft(draftKey);
      setSaved(true);
      router.push(home);
      router.refresh();
      return;
    }
    setSaving(false);
    setRefusal(answer);
  };

  if (editor === null) {
    return (
      <div className="grid min-h-[60dvh] place-items-center text-muted">
        <Spinner label="Opening the guidelines" />
      </div>
    );
  }
  return (
    <>
      <div className="rounded-lg border border-line bg-surface">
        <div className="sticky top-0 z-10 rounded-t-lg border-b border-line bg-surface">
          <div className="flex flex-wrap items-center justify-between">
            <GuidelinesToolbar editor={editor} />
            <div className="flex items-center gap-2 px-3 py-1.5">
              <span role="status" className="text-sm text-muted">
                {isChanged ? "Not saved yet" : "No changes"}
              </span>
              <ButtonLink href={home} size="small">
                Cancel
              </ButtonLink>
              <Button
                variant="primary"
                size="small"
                disabled={!isChanged}
                pending={isSaving}
                onClick={() => void send(from)}
              >
                Save new version
              </Button>
            </div>
          </div>
          {/* Here, so that they are in sight wherever somebody writes. */}
          <GuidelinesNotices
            home={home}
            found={found}
            refusal={refusal}
            onAdopt={() => setFrom(adopt() ?? from)}
            onDiscard={discard}
            onSaveOver={(current) => {
              setFrom(current);
              void send(current);
            }}
          />
        </div>
        <EditorContent editor={editor} />
      </div>
      <AlertDialog
        title="Leave without saving?"
        confirmLabel="Leave"
        cancelLabel="Stay"
        open={guard.heldHref !== null}
        onOpenChange={(open) => !open && guard.stay()}
        onConfirm={() => guard.heldHref && router.push(guard.heldHref)}
      >
        Your changes stay in this browser, and you can go on with them when you come back. Nobody
        else sees them until you save.
      </AlertDialog>
    </>
  );
}

const UNREACHABLE = {
  isSaved: false,
  code: "offline",
  problem: "The connection is gone. Your words are kept here; save again in a moment.",
  current: null,
} as const;
