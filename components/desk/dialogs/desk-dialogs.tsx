"use client";

import { ArticleDetailsDialog } from "#components/articles/article-details-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { LeftColumn } from "../frame/left-column.tsx";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { CommandsDialog } from "./commands-dialog.tsx";
import { DoubtDialog } from "./doubt-dialog.tsx";
import { FinishDialog } from "./finish-dialog.tsx";
import { FoldDialog } from "./fold-dialog.tsx";
import { HistoryDialog } from "./history-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { SignInDialog } from "./sign-in-dialog.tsx";
import { useFocusReturn } from "./use-focus-return.ts";
import { SubmitAllDialog } from "./submit-all-dialog.tsx";

/** The one dialog that is open, if any; the keyboard returns to where it was. */
export function DeskDialogs() {
  const desk = useDesk();
  const dialog = useDeskState((state) => state.dialog);
  const focusId = useDeskState((state) => state.focusId);
  const annotation = useDeskState((state) => state.annotations.get(focusId ?? ""));
  const giveBack = useFocusReturn();
  const onClose = () => {
    desk.store.set({ dialog: null, linkTo: null });
    giveBack();
  };
  return (
    <>
      <SignInDialog />
      {dialog === "keys" && <KeysDialog onClose={onClose} />}
      {dialog === "commands" && <CommandsDialog onClose={onClose} />}
      {dialog === "finish" && <FinishDialog onClose={onClose} />}
      {dialog === "submit-all" && <SubmitAllDialog onClose={onClose} />}
      {dialog === "fold" && <FoldDialog onClose={onClose} />}
      {dialog === "details" && (
        <ArticleDetailsDialog articleId={desk.data.article.id} onClose={onClose} />
      )}
      {dialog === "marks" && (
        <Dialog
          title="Marks and article"
          isRead
          open
          onOpenChange={(isOpen) => !isOpen && onClose()}
        >
          <LeftColumn />
        </Dialog>
      )}
      {annotation && dialog === "doubt" && (
        <DoubtDialog annotation={annotation} onClose={onClose} />
      )}
      {annotation && dialog === "link" && <LinkDialog annotation={annotation} onClose={onClose} />}
      {annotation && dialog === "history" && (
        <HistoryDialog annotation={annotation} onClose={onClose} />
      )}
    </>
  );
}
