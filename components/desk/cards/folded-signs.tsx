"use client";

import { CircleHelp, MessageSquare } from "lucide-react";
import { countTalk } from "#components/threads/thread-name.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { useDeskState } from "../use-desk.tsx";

/** What a folded card must not hide: a doubt, and how much talk about it is open. */
export function FoldedSigns({ annotation }: { annotation: Annotation }) {
  const open = useDeskState((state) => countTalk(state.threads).get(annotation.id)?.open ?? 0);
  return (
    <>
      {annotation.doubt && <CircleHelp className="size-3.5 shrink-0 text-caution" />}
      {open > 0 && (
        <span className="inline-flex shrink-0 items-center gap-0.5 text-accent tabular-nums">
          <MessageSquare className="size-3.5" />
          {open}
        </span>
      )}
    </>
  );
}
