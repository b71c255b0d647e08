"use client";

import { useState } from "react";
import { Table } from "#components/ui/table.tsx";
import type { TableRequest, TableRow } from "#lib/articles/articles-table.ts";
import { ArticleCard } from "./article-card.tsx";
import { ArticleDetailsDialog } from "./article-details-dialog.tsx";
import { ArticleRow } from "./article-row.tsx";
import { ArticlesTableHead } from "./articles-table-head.tsx";
import { selectArticles, useArticleSelection } from "./article-selection.ts";
import { ShapesKey } from "./shapes-key.tsx";
import { SelectionBar } from "./selection-bar.tsx";

type Props = {
  projectId: string;
  rows: readonly TableRow[];
  asked: TableRequest;
  canEdit: boolean;
  /** Ids of articles whose text changed, with marks that wait for somebody. */
  changed: readonly string[];
};

/** One page of the project's articles: a table, and on a phone a list of cards. */
export function ArticlesTable({ projectId, rows, asked, canEdit, changed }: Props) {
  const selection = useArticleSelection(projectId);
  const [editedId, setEditedId] = useState<string | null>(null);
  const edited = rows.find(({ id }) => id === editedId);
  const select = (ids: readonly string[], isChosen: boolean) =>
    selectArticles(projectId, ids, isChosen);
  const propsOf = (row: TableRow) => ({
    projectId,
    row,
    isSelected: selection.has(row.id),
    isChanged: changed.includes(row.id),
    onSelect: (isChosen: boolean) => select([row.id], isChosen),
    onEdit: canEdit ? () => setEditedId(row.id) : null,
  });
  return (
    <>
      <div className="hidden md:block">
        <Table caption="Articles">
          <ArticlesTableHead
            projectId={projectId}
            asked={asked}
            ids={rows.map(({ id }) => id)}
            selection={selection}
            onSelect={select}
          />
          <tbody>
            {rows.map((row) => (
              <ArticleRow key={row.id} {...propsOf(row)} />
            ))}
          </tbody>
        </Table>
      </div>
      <ul aria-label="Articles" className="grid gap-2 md:hidden">
        {rows.map((row) => (
          <ArticleCard key={row.id} {...propsOf(row)} />
        ))}
      </ul>
      <ShapesKey />
      <SelectionBar projectId={projectId} selection={selection} />
      {edited && <ArticleDetailsDialog articleId={edited.id} onClose={() => setEditedId(null)} />}
    </>
  );
}
