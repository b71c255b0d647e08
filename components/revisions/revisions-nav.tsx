import Link from "next/link";
import { Time } from "#components/ui/time.tsx";
import type { RevisionSummary } from "#lib/revisions/model.ts";
import { originWords } from "./origin-words.ts";

type Props = {
  home: string;
  revisions: readonly RevisionSummary[];
  /** The one whose change is shown. */
  shown: number;
};

/** An article's revisions, newest first, each a way to what it changed. */
export function RevisionsNav({ home, revisions, shown }: Props) {
  return (
    <nav aria-label="Revisions">
      <ol className="grid gap-0.5 max-lg:flex max-lg:overflow-x-auto">
        {revisions.map((revision) => (
          <li key={revision.number}>
            <Link
              href={`${home}?revision=${revision.number}`}
              aria-current={revision.number === shown ? "page" : undefined}
              className="touchable grid rounded-md px-3 py-2 whitespace-nowrap -outline-offset-2 hover:bg-sunken aria-[current=page]:bg-sunken"
            >
              <span className="font-medium">
                Revision {revision.number}
                {revision.isCurrent && <span className="font-normal text-muted"> · current</span>}
              </span>
              <span className="text-sm text-muted">
                <Time at={revision.retrievedAt ?? revision.createdAt} />
              </span>
              <span className="text-sm text-muted">{originWords(revision.origin.kind)}</span>
              {revision.carries.waiting > 0 && (
                <span className="text-sm text-caution tabular-nums">
                  {revision.carries.waiting.toLocaleString("en")} to look at
                </span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
