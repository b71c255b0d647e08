import { Checkbox } from "#components/ui/checkbox.tsx";
import { TableHeader } from "#components/ui/table-header.tsx";
import { TableRow } from "#components/ui/table.tsx";
import type { TableRequest } from "#lib/articles/articles-table.ts";
import { articlesHref } from "./articles-href.ts";

type Props = {
  projectId: string;
  asked: TableRequest;
  /** The articles on this page. */
  ids: readonly string[];
  selection: ReadonlySet<string>;
  onSelect: (ids: readonly string[], isChosen: boolean) => void;
};

export function ArticlesTableHead({ projectId, asked, ids, selection, onSelect }: Props) {
  const chosen = ids.filter((id) => selection.has(id)).length;
  return (
    <thead>
      <TableRow>
        <th scope="col" className="w-10 border-b border-line py-2 pl-3">
          <Checkbox
            label="All articles on this page"
            isLabelHidden
            className="pointer-coarse:-my-3"
            checked={chosen > 0 && chosen === ids.length}
            indeterminate={chosen > 0 && chosen < ids.length}
            onCheckedChange={() => onSelect(ids, chosen < ids.length)}
          />
        </th>
        {COLUMNS.map(({ sort, label, isNumeric, first }) => (
          <TableHeader
            key={label}
            isNumeric={isNumeric}
            {...(sort && {
              sortHref: articlesHref(projectId, asked, {
                sort,
                direction: asked.sort === sort ? (asked.direction === "up" ? "down" : "up") : first,
              }),
              sorted:
                asked.sort === sort
                  ? asked.direction === "up"
                    ? "ascending"
                    : "descending"
                  : null,
            })}
          >
            {label}
          </TableHeader>
        ))}
        <TableHeader isHidden>More</TableHeader>
      </TableRow>
    </thead>
  );
}

type Column = {
  label: string;
  sort?: TableRequest["sort"];
  /** The direction that is wanted first: words from A, numbers and dates from the greatest. */
  first?: TableRequest["direction"];
  isNumeric?: boolean;
};

const COLUMNS: readonly Column[] = [
  { label: "State", sort: "state", first: "up" },
  { label: "Title", sort: "title", first: "up" },
  { label: "Publisher", sort: "publisher", first: "up" },
  { label: "Published", sort: "published", first: "down" },
  { label: "Words, about", sort: "length", first: "down", isNumeric: true },
  { label: "Annotations", sort: "annotations", first: "down" },
  { label: "Work" },
  { label: "Added", sort: "added", first: "down" },
];
