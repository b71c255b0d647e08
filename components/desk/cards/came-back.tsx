"use client";

import { CameBack as ReviewersWords } from "#components/review/came-back.tsx";
import { REJECT_REASON_LOOKS } from "#components/review/reject-reasons.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { contentOf } from "../outbox/inverse.ts";
import { useDesk } from "../use-desk.tsx";

/** Why an annotation came back, in the reviewer's words; focused, what has become of it since. */
export function CameBack({
  annotation,
  isFocused,
}: {
  annotation: Annotation;
  isFocused: boolean;
}) {
  const desk = useDesk();
  const returned = desk.data.returned.find((each) => each.review.annotationId === annotation.id);
  if (!returned) return null;
  const { review, judged } = returned;
  if (isFocused)
    return <ReviewersWords review={review} judged={judged} current={contentOf(annotation)} />;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-1.5">
        {review.reason && <Badge tone="danger">{REJECT_REASON_LOOKS[review.reason].word}</Badge>}
        {review.comment && <q className="text-muted">{review.comment}</q>}
      </p>
      <p className="text-right text-muted">
        {review.reviewer.name}, <Time at={review.createdAt} precision="moment" />
      </p>
    </div>
  );
}
