import { FileDiff } from "lucide-react";
import Link from "next/link";
import { counted } from "#components/projects/counted.ts";

type Props = { projectId: string; articleId: string; waiting: number };

/** A slim line above the text: its outlet changed what it said, and marks wait for somebody. */
export function RevisionNotice({ projectId, articleId, waiting }: Props) {
  if (waiting === 0) return null;
  return (
    <p
      role="status"
      data-print="no"
      className="flex items-center gap-2 border-b border-caution/40 bg-caution-ground px-3 py-1.5 text-sm sm:px-5"
    >
      <FileDiff aria-hidden className="size-4 shrink-0 text-caution" />
      <span className="min-w-0">
        This article’s text changed. {counted(waiting, "mark")} {waiting === 1 ? "has" : "have"} not
        found {waiting === 1 ? "its" : "their"} words.{" "}
        <Link href={`/projects/${projectId}/articles/${articleId}/revisions`} className="link">
          See what changed
        </Link>
      </span>
    </p>
  );
}
