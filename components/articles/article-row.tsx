import Link from "next/link";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { TableCell, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { TableRow as Article } from "#lib/articles/articles-table.ts";
import { aboutWords } from "./about-words.ts";
import { AnnotationProgress } from "./annotation-progress.tsx";
import { ArticleMenu } from "./article-menu.tsx";
import { ChangedMark } from "./changed-mark.tsx";
import { ArticleStateLabel } from "./article-state-label.tsx";
import { MembersWork } from "./members-work.tsx";
import { PublishedLabel } from "./published-label.tsx";

export type ArticleItemProps = {
  projectId: string;
  row: Article;
  isSelected: boolean;
  /** Its text changed, and marks wait for somebody. */
  isChanged: boolean;
  onSelect: (isChosen: boolean) => void;
  /** Null for those who may not change an article's details. */
  onEdit: (() => void) | null;
};

export function ArticleRow({
  projectId,
  row,
  isSelected,
  isChanged,
  onSelect,
  onEdit,
}: ArticleItemProps) {
  return (
    <TableRow className={isSelected ? "bg-accent-faint" : undefined}>
      <TableCell className="pr-0">
        <Checkbox
          label={`Choose “${row.title}”`}
          isLabelHidden
          className="pointer-coarse:-my-3"
          checked={isSelected}
          onCheckedChange={onSelect}
        />
      </TableCell>
      <TableCell>
        <ArticleStateLabel state={row.state} />
      </TableCell>
      <TableCell className="min-w-56">
        <Link
          href={`/projects/${projectId}/articles/${row.id}`}
          className="block font-serif text-lg leading-snug font-semibold wrap-anywhere hover:underline pointer-coarse:-my-3 pointer-coarse:py-3"
        >
          <span className="line-clamp-2">{row.title}</span>
        </Link>
        {isChanged && <ChangedMark projectId={projectId} articleId={row.id} />}
      </TableCell>
      <TableCell className="max-w-40 wrap-anywhere">
        {row.publisher ?? <span className="text-faint">not known</span>}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        <PublishedLabel published={row.published} />
      </TableCell>
      <TableCell isNumeric>{aboutWords(row.length)}</TableCell>
      <TableCell>
        <AnnotationProgress counts={row.annotations} />
      </TableCell>
      <TableCell>
        <MembersWork work={row.work} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted">
        <Time at={row.createdAt} precision="date" />
      </TableCell>
      <TableCell className="pl-0">
        <ArticleMenu projectId={projectId} row={row} onEdit={onEdit} />
      </TableCell>
    </TableRow>
  );
}
