"use client";

import { TAG_LOOKS } from "#components/annotations/words.ts";
import { Select } from "#components/ui/select.tsx";
import { TAGS, type Tag } from "#lib/annotations/model.ts";
import type { QueueFilter } from "./queue-state.ts";
import type { QueueItem } from "./review-types.ts";

type Props = {
  items: readonly QueueItem[];
  filter: QueueFilter;
  onFilter: (filter: QueueFilter) => void;
};

const ALL = "all";

/** Whose, which tag, which article. Only what is in the queue is offered. */
export function QueueFilters({ items, filter, onFilter }: Props) {
  const authors = new Map(items.map(({ author }) => [author.id, author.name]));
  const articles = new Map(items.map(({ articleId, articleTitle }) => [articleId, articleTitle]));
  return (
    <div className="grid grid-cols-2 gap-1.5">
      <Select
        aria-label="Author"
        options={[{ value: ALL, label: "Everybody" }, ...named(authors)]}
        value={filter.authorId ?? ALL}
        onValueChange={(id) => onFilter({ ...filter, authorId: id === ALL ? null : id })}
      />
      <Select<Tag | typeof ALL>
        aria-label="Tag"
        options={[
          { value: ALL, label: "Every tag" },
          ...TAGS.map((tag) => ({ value: tag, label: `${TAG_LOOKS[tag].word}s` })),
        ]}
        value={filter.tag ?? ALL}
        onValueChange={(tag) => onFilter({ ...filter, tag: tag === ALL ? null : tag })}
      />
      <Select
        aria-label="Article"
        className="col-span-2"
        options={[{ value: ALL, label: "Every article" }, ...named(articles)]}
        value={filter.articleId ?? ALL}
        onValueChange={(id) => onFilter({ ...filter, articleId: id === ALL ? null : id })}
      />
    </div>
  );
}

function named(names: ReadonlyMap<string, string>): { value: string; label: string }[] {
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
