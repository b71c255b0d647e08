"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { askServer } from "#components/projects/ask-server.ts";
import { counted } from "#components/projects/counted.ts";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Ingestion } from "#lib/ingestion/model.ts";
import { useUploads } from "../sending/use-uploads.ts";

/** Try again what failed; stop what is still to come. */
export function IngestionActions({ ingestion }: { ingestion: Ingestion }) {
  const router = useRouter();
  const toast = useToast();
  const { uploads, uploader } = useUploads();
  const [busy, setBusy] = useState<"retry" | "cancel" | null>(null);
  const { id, counts, isDone, retryable } = ingestion;
  const isSentHere = uploads.some((one) => one.id === id);

  const ask = async (what: "retry" | "cancel") => {
    setBusy(what);
    if (what === "cancel" && isSentHere) await uploader().discard(id);
    const answer = await askServer({ method: "POST", path: `/ingestions/${id}/${what}` });
    setBusy(null);
    if (answer.isDone) router.refresh();
    else toast({ text: answer.problem, isProblem: true });
  };

  return (
    <>
      {!isDone && (
        <AlertDialog
          title="Cancel what is still to come?"
          confirmLabel="Cancel the rest"
          cancelLabel="Go on"
          isDangerous
          onConfirm={() => void ask("cancel")}
          trigger={<Button pending={busy === "cancel"}>Cancel</Button>}
        >
          What came in so far stays. {counts.waiting > 0 && `${counted(counts.waiting, "item")} `}
          {counts.waiting > 0
            ? "will not be taken in; each can be tried again later."
            : "Nothing more is taken in."}
        </AlertDialog>
      )}
      {retryable > 0 && (
        <Button variant="primary" pending={busy === "retry"} onClick={() => void ask("retry")}>
          {retryable === 1 ? "Try it again" : `Try the ${retryable.toLocaleString("en")} again`}
        </Button>
      )}
    </>
  );
}
