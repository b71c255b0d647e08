"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { passageHref } from "#components/evidence/passage-href.ts";
import { callApi } from "#components/http/call-api.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { MissedAnswer, MissedPassage } from "#lib/review/model.ts";

export type MissedItem = { missed: MissedPassage; articleTitle: string };

/** Words that reviewers pointed out to one, until one has said what came of them. */
export function MissedList({
  projectId,
  items,
}: {
  projectId: string;
  items: readonly MissedItem[];
}) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {items.map((item) => (
        <Missed key={item.missed.id} projectId={projectId} item={item} />
      ))}
    </ul>
  );
}

function Missed({ projectId, item }: { projectId: string; item: MissedItem }) {
  const { missed, articleTitle } = item;
  const { answer, pending } = useAnswer(missed);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-lg border border-line bg-surface p-4">
      <p dir="auto" className="font-serif text-lg leading-snug wrap-anywhere">
        “{missed.exact}”
      </p>
      <p className="text-sm text-muted">
        in {articleTitle} · pointed out by {missed.reviewer.name}, <Time at={missed.createdAt} />
      </p>
      {missed.comment && (
        <blockquote className="border-l-2 border-line-strong pl-2.5 whitespace-pre-wrap wrap-anywhere">
          {missed.comment}
        </blockquote>
      )}
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={passageHref(projectId, missed)} variant="primary">
          Go to the words
        </ButtonLink>
        <Button pending={pending === "marked"} onClick={() => void answer("marked")}>
          I have marked it
        </Button>
        <Button
          variant="quiet"
          pending={pending === "nothing-to-mark"}
          onClick={() => void answer("nothing-to-mark")}
        >
          Nothing to mark
        </Button>
      </div>
    </li>
  );
}

function useAnswer({ id }: MissedPassage) {
  const toast = useToast();
  const router = useRouter();
  const [pending, setPending] = useState<MissedAnswer | null>(null);

  async function answer(given: MissedAnswer): Promise<void> {
    setPending(given);
    const outcome = await callApi<MissedPassage>({
      method: "POST",
      path: `/missed/${id}/answer`,
      body: { answer: given },
    });
    setPending(null);
    if (outcome.kind === "done") {
      toast({ text: given === "marked" ? "Answered: marked." : "Answered: nothing to mark." });
      router.refresh();
    } else {
      toast({ text: `Your answer was not taken. ${outcome.problem.message}`, isProblem: true });
    }
  }
  return { answer, pending };
}
