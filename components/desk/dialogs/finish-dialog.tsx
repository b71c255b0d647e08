"use client";

import { useState } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { timeWords } from "#components/live/time-words.ts";
import { putWork } from "../actions/article.ts";
import { readyToSubmit, submitAll } from "../actions/submit.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** Before the article is finished: what is not handed in yet, or that nothing is marked. */
export function FinishDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const work = useDeskState((state) => state.work);
  const own = useDeskState((state) => state.activeTimes).find(
    ({ user }) => user.id === desk.data.me.id,
  );
  const [withDrafts, setWithDrafts] = useState(true);
  const { ready, notReady } = readyToSubmit(desk);
  const mine = desk.store.get().order.filter((each) => each.author.id === desk.data.me.id).length;
  if (work === "finished") {
    return (
      <AlertDialog
        title="Reopen this article?"
        confirmLabel="Reopen"
        open
        onOpenChange={(isOpen) => !isOpen && onClose()}
        onConfirm={() => putWork(desk, "reopened")}
      >
        It counts as unfinished again until you finish it.
      </AlertDialog>
    );
  }
  return (
    <AlertDialog
      title={mine === 0 ? "Finish with no marks?" : "Finish this article?"}
      confirmLabel="Finish"
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      onConfirm={() => {
        if (withDrafts && ready.length > 0) submitAll(desk);
        putWork(desk, "finished");
      }}
    >
      <div className="grid gap-2">
        <p>
          {mine === 0
            ? "You have marked nothing in it: that is a finding too, and counts as finished work."
            : `You have ${mine} ${mine === 1 ? "mark" : "marks"} in it. You can reopen it at any time.`}
        </p>
        {own && <p>You were at work on it for {timeWords(own.seconds)}.</p>}
        {ready.length > 0 && (
          <Checkbox
            label={`Submit my ${ready.length} ${ready.length === 1 ? "draft" : "drafts"} for review as well`}
            checked={withDrafts}
            onCheckedChange={setWithDrafts}
            className="text-ink"
          />
        )}
        {notReady.length > 0 && (
          <p>
            {notReady.length} still {notReady.length === 1 ? "lacks" : "lack"} content and cannot be
            submitted yet.
          </p>
        )}
      </div>
    </AlertDialog>
  );
}
