"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { StateLabel } from "#components/annotations/state-label.tsx";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import { TAG_LOOKS } from "#components/annotations/words.ts";
import { callApi } from "#components/http/call-api.ts";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Annotation, AnnotationContent } from "#lib/annotations/model.ts";
import type { Review } from "#lib/review/model.ts";
import { AnnotationWords } from "./annotation-words.tsx";
import { CameBack } from "./came-back.tsx";
import { calledInSentence } from "./decided-words.ts";

export type ReturnedItem = {
  annotation: Annotation;
  articleTitle: string;
  review: Review;
  judged: AnnotationContent;
};

/** One's own annotations that a reviewer rejected, with their words, and what to do now. */
export function ReturnedList({
  projectId,
  items,
}: {
  projectId: string;
  items: readonly ReturnedItem[];
}) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {items.map((item) => (
        <Returned key={item.annotation.id} projectId={projectId} item={item} />
      ))}
    </ul>
  );
}

function Returned({ projectId, item }: { projectId: string; item: ReturnedItem }) {
  const { annotation, articleTitle, review, judged } = item;
  const [isAsking, setAsking] = useState(false);
  const { act, pending } = useAct(annotation);
  const href = `/projects/${projectId}/articles/${annotation.articleId}#${annotation.id}`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border border-line bg-surface p-4">
      <div className="flex items-center gap-2">
        <TagLetter tag={annotation.tag} />
        <h3 className="font-semibold">{TAG_LOOKS[annotation.tag].word}</h3>
        <span className="min-w-0 truncate text-sm text-muted">
          in{" "}
          <Link href={href} className="link">
            {articleTitle}
          </Link>
        </span>
        <span className="ml-auto">
          <StateLabel state={annotation.state} />
        </span>
      </div>
      <AnnotationWords content={annotation} />
      <CameBack
        review={review}
        judged={judged}
        current={annotation}
        actions={
          <>
            <ButtonLink href={href} variant="primary">
              Change it
            </ButtonLink>
            <Button pending={pending === "submit"} onClick={() => void act("submit")}>
              Resubmit
            </Button>
            <Button
              variant="quiet"
              pending={pending === "withdraw"}
              onClick={() => setAsking(true)}
            >
              Withdraw
            </Button>
          </>
        }
      />
      <AlertDialog
        title="Withdraw this annotation?"
        confirmLabel="Withdraw"
        open={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => void act("withdraw")}
      >
        It leaves the text and this list. You can bring it back on the desk.
      </AlertDialog>
    </li>
  );
}

const SAID = { submit: "Resubmitted", withdraw: "Withdrawn" } as const;

function useAct(annotation: Annotation) {
  const toast = useToast();
  const router = useRouter();
  const [pending, setPending] = useState<keyof typeof SAID | null>(null);

  async function act(action: keyof typeof SAID): Promise<void> {
    setPending(action);
    const path = `/annotations/${annotation.id}`;
    const ifMatch = annotation.version;
    const outcome = await callApi<Annotation>(
      action === "submit"
        ? { method: "POST", path: `${path}/submit`, ifMatch }
        : { method: "DELETE", path, ifMatch },
    );
    setPending(null);
    const called = calledInSentence(annotation);
    if (outcome.kind === "done") toast({ text: `${SAID[action]}: ${called}.` });
    else {
      const hint = outcome.kind === "unreachable" ? " Try again in a moment." : "";
      toast({ text: `Nothing was changed. ${outcome.problem.message}${hint}`, isProblem: true });
    }
    if (outcome.kind !== "unreachable") router.refresh();
  }
  return { act, pending };
}
