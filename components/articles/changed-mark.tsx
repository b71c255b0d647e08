import { FileDiff } from "lucide-react";
import Link from "next/link";

/** Tells in a list that an article's text changed and marks wait; leads to what changed. */
export function ChangedMark({ projectId, articleId }: { projectId: string; articleId: string }) {
  return (
    <Link
      href={`/projects/${projectId}/articles/${articleId}/revisions`}
      className="touchable inline-flex min-h-6 items-center gap-1 text-sm text-caution hover:underline"
    >
      <FileDiff aria-hidden className="size-3.5" />
      Its text changed
    </Link>
  );
}
