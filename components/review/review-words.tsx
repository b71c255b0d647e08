import { Time } from "#components/ui/time.tsx";
import type { Review } from "#lib/review/model.ts";
import { REJECT_REASON_LOOKS } from "./reject-reasons.ts";

/** A reviewer's decision in their words: the reason, the comment, who and when. */
export function ReviewWords({ review }: { review: Review }) {
  const { decision, reason, comment, reviewer, createdAt, correctedVersion, undoneAt } = review;
  const verb =
    decision === "reject"
      ? "rejected"
      : correctedVersion === null
        ? "approved"
        : "corrected and approved";
  return (
    <div className="grid gap-1">
      <p>
        <span className="font-medium">{reviewer.name}</span> {verb} it
        {reason && (
          <>
            : <strong className="font-semibold">{REJECT_REASON_LOOKS[reason].word}</strong>
          </>
        )}
        {undoneAt && " (taken back since)"}
        <span className="text-sm text-muted">
          , <Time at={createdAt} />
        </span>
      </p>
      {comment && (
        <blockquote className="border-l-2 border-line-strong pl-2.5 whitespace-pre-wrap wrap-anywhere">
          {comment}
        </blockquote>
      )}
    </div>
  );
}
