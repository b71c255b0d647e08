"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { askServer } from "#components/projects/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { DecideLikeness, Likeness } from "#lib/likeness/model.ts";
import { decidedWords, decisionWords } from "./likeness-words.ts";
import { usePageKeys } from "./use-page-keys.ts";

type Props = {
  likeness: Likeness;
  canDecide: boolean;
  /** The next pair that waits, if any. */
  nextHref: string | null;
};

/** What is to become of two articles that are nearly the same text. Every decision can be taken back. */
export function DecideLikenessBar({ likeness, canDecide, nextHref }: Props) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, decision, decidedBy, decidedAt, first, second } = likeness;

  const decide = async (name: string, wanted: Pick<DecideLikeness, "decision" | "into">) => {
    if (busy !== null) return;
    setBusy(name);
    setProblem(null);
    const answer = await askServer<Likeness>({
      method: "POST",
      path: `/likenesses/${id}/decide`,
      body: { ...wanted, was: decision } satisfies DecideLikeness,
    });
    setBusy(null);
    if (!answer.isDone) {
      setProblem(answer.problem);
      if (answer.code === "stale") router.refresh();
      return;
    }
    toast({ text: decidedWords(wanted.decision) });
    router.refresh();
  };

  const isOpen = decision === null;
  const keys: Record<string, () => void> = {
    ...(canDecide && isOpen
      ? {
          k: () => void decide("kept", { decision: "kept" }),
          t: () => void decide("tied", { decision: "tied" }),
          "1": () => void decide("first", { decision: "merged", into: first.id }),
          "2": () => void decide("second", { decision: "merged", into: second.id }),
        }
      : {}),
    ...(nextHref ? { n: () => router.push(nextHref) } : {}),
  };
  usePageKeys(keys);

  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-6 border-t border-line bg-surface px-4 py-3 sm:-mx-6 sm:px-6">
      {problem && (
        <Notice kind="problem" className="mb-3">
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-2 max-sm:grid max-sm:grid-cols-2">
        <p role="status" className="mr-auto min-w-0 max-sm:col-span-2">
          {decisionWords(likeness)}
          {decidedBy && decidedAt && (
            <span className="text-muted">
              {" "}
              {decidedBy.name}, <Time at={decidedAt} />
            </span>
          )}
          {!canDecide && <span className="text-muted"> Reviewers decide.</span>}
        </p>
        {canDecide && isOpen && (
          <>
            <Button
              keys="K"
              pending={busy === "kept"}
              onClick={() => void decide("kept", { decision: "kept" })}
            >
              Keep apart
            </Button>
            <Button
              keys="T"
              pending={busy === "tied"}
              onClick={() => void decide("tied", { decision: "tied" })}
            >
              Tie together
            </Button>
            <Button
              keys="1"
              pending={busy === "first"}
              onClick={() => void decide("first", { decision: "merged", into: first.id })}
            >
              Merge, first stays
            </Button>
            <Button
              keys="2"
              pending={busy === "second"}
              onClick={() => void decide("second", { decision: "merged", into: second.id })}
            >
              Merge, second stays
            </Button>
          </>
        )}
        {canDecide && !isOpen && (
          <Button pending={busy === "back"} onClick={() => void decide("back", { decision: null })}>
            Take back
          </Button>
        )}
        {nextHref && (
          <ButtonLink href={nextHref} variant={isOpen ? "quiet" : "primary"} aria-keyshortcuts="N">
            {isOpen ? "Skip" : "Next pair"}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
