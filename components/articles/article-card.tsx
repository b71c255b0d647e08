import Link from "next/link";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { aboutWords } from "./about-words.ts";
import { AnnotationProgress } from "./annotation-progress.tsx";
import { ArticleMenu } from "./article-menu.tsx";
import { ChangedMark } from "./changed-mark.tsx";
import type { ArticleItemProps } from "./article-row.tsx";
import { ArticleStateLabel } from "./article-state-label.tsx";
import { MembersWork } from "./members-work.tsx";
import { publishedWords } from "./published-label.tsx";

/** An article of the table where there is no room for one. */
export function ArticleCard({
  projectId,
  row,
  isSelected,
  isChanged,
  onSelect,
  onEdit,
}: ArticleItemProps) {
  const facts = [
    row.publisher,
    row.published && publishedWords(row.published),
    `about ${aboutWords(row.length)} words`,
  ].filter(Boolean);
  return (
    <li
      className={`grid gap-2 rounded-lg border border-line py-2 pr-2 pl-4 ${isSelected ? "bg-accent-faint" : "bg-surface"}`}
    >
      <div className="flex items-center justify-between gap-2 text-sm">
        <ArticleStateLabel state={row.state} />
        <span className="flex items-center">
          <Checkbox
            label={`Choose “${row.title}”`}
            isLabelHidden
            checked={isSelected}
            onCheckedChange={onSelect}
            className="justify-center px-2"
          />
          <ArticleMenu projectId={projectId} row={row} onEdit={onEdit} />
        </span>
      </div>
      <Link
        href={`/projects/${projectId}/articles/${row.id}`}
        className="font-serif text-xl leading-snug font-semibold wrap-anywhere hover:underline pointer-coarse:-my-2 pointer-coarse:py-2.5"
      >
        {row.title}
      </Link>
      {isChanged && <ChangedMark projectId={projectId} articleId={row.id} />}
      <p className="text-sm text-muted">{facts.join(" · ")}</p>
      <dl className="mb-1 flex flex-wrap gap-x-6 gap-y-1 text-sm [&_dt]:sr-only">
        <div>
          <dt>Annotations</dt>
          <dd>
            {hasAnnotations(row.annotations) ? (
              <AnnotationProgress counts={row.annotations} />
            ) : (
              <span className="text-muted">no annotations</span>
            )}
          </dd>
        </div>
        {row.work.length > 0 && (
          <div>
            <dt>Work</dt>
            <dd>
              <MembersWork work={row.work} />
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}

function hasAnnotations(counts: ArticleItemProps["row"]["annotations"]): boolean {
  return counts.draft + counts.submitted + counts.approved + counts.rejected > 0;
}
