import Link from "next/link";
import { Table, TableCell, TableRow } from "#components/ui/table.tsx";
import { TableHeader } from "#components/ui/table-header.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Ingestion } from "#lib/ingestion/model.ts";
import { IngestionState, resultWords } from "./ingestion-state.tsx";
import { countItems, countSettled, KIND_WORDS } from "./item-states.ts";

type Props = { projectId: string; ingestions: readonly Ingestion[] };

/** What came in, newest first: a table, and on a phone a list. */
export function IngestionsTable({ projectId, ingestions }: Props) {
  const hrefOf = ({ id }: Ingestion) => `/projects/${projectId}/ingestions/${id}`;
  return (
    <>
      <div className="hidden md:block">
        <Table caption="What came in">
          <thead>
            <tr>
              <TableHeader>State</TableHeader>
              <TableHeader>What</TableHeader>
              <TableHeader isNumeric>Items</TableHeader>
              <TableHeader>Result</TableHeader>
              <TableHeader>By</TableHeader>
              <TableHeader>When</TableHeader>
            </tr>
          </thead>
          <tbody>
            {ingestions.map((ingestion) => (
              <TableRow key={ingestion.id}>
                <TableCell>
                  <IngestionState ingestion={ingestion} />
                </TableCell>
                <TableCell className="min-w-56">
                  <Link
                    href={hrefOf(ingestion)}
                    className="block font-medium wrap-anywhere hover:underline pointer-coarse:-mt-3 pointer-coarse:py-3"
                  >
                    <span className="line-clamp-2">{ingestion.name}</span>
                  </Link>
                  <span className="text-sm text-muted">{KIND_WORDS[ingestion.kind]}</span>
                </TableCell>
                <TableCell isNumeric>
                  <Items ingestion={ingestion} />
                </TableCell>
                <TableCell className="tabular-nums">
                  <Result ingestion={ingestion} />
                </TableCell>
                <TableCell className="whitespace-nowrap">
                  {ingestion.createdBy?.name ?? <span className="text-muted">By itself</span>}
                </TableCell>
                <TableCell className="whitespace-nowrap text-muted">
                  <Time at={ingestion.createdAt} />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </div>
      <ul
        aria-label="What came in"
        className="divide-y divide-line rounded-lg border border-line bg-surface md:hidden"
      >
        {ingestions.map((ingestion) => (
          <li key={ingestion.id}>
            <Link
              href={hrefOf(ingestion)}
              className="grid gap-0.5 px-4 py-3 -outline-offset-2 hover:bg-sunken"
            >
              <span className="font-medium wrap-anywhere">{ingestion.name}</span>
              <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
                <IngestionState ingestion={ingestion} />
                <Time at={ingestion.createdAt} />
              </span>
              <span className="text-sm">
                <Result ingestion={ingestion} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Items({ ingestion }: { ingestion: Ingestion }) {
  const all = countItems(ingestion);
  if (ingestion.isDone) return all.toLocaleString("en");
  return `${countSettled(ingestion).toLocaleString("en")} of ${all.toLocaleString("en")}`;
}

function Result({ ingestion }: { ingestion: Ingestion }) {
  const words = resultWords(ingestion);
  if (words === "") return <span className="text-muted">Nothing yet</span>;
  return <span className={ingestion.counts.failed > 0 ? "text-danger" : undefined}>{words}</span>;
}
