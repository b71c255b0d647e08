"use client";

import type { ReactNode } from "react";
import type { AnnotationContent } from "#lib/annotations/model.ts";
import type { Review } from "#lib/review/model.ts";
import { DifferenceList } from "./difference-list.tsx";
import { ReviewWords } from "./review-words.tsx";

type Props = {
  review: Review;
  /** The content that was rejected. */
  judged: AnnotationContent;
  /** What it is now. */
  current: AnnotationContent;
  /** Change, resubmit, withdraw: whatever its place offers. */
  actions?: ReactNode;
};

/** What came back to its author: the reviewer's words, and what has become of it since. */
export function CameBack({ review, judged, current, actions }: Props) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 border-l-2 border-danger pl-3">
      <ReviewWords review={review} />
      <DifferenceList before={judged} after={current} sameWords="You have not changed it since." />
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
