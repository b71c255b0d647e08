import { Initials } from "#components/projects/initials.tsx";
import { Shape } from "#components/ui/shape.tsx";
import type { TableRow } from "#lib/articles/articles-table.ts";
import { WORK_STATE_LOOKS } from "./article-states.ts";

/** Who works on an article, and how far they are. */
export function MembersWork({ work }: { work: TableRow["work"] }) {
  if (work.length === 0) return <span className="text-faint">nobody</span>;
  const shown = work.slice(0, SHOWN);
  const rest = work.slice(SHOWN);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {shown.map(({ userId, name, state }) => {
        const { word, shape } = WORK_STATE_LOOKS[state];
        return (
          <span key={userId} title={`${name}: ${word}`} className="inline-flex items-center gap-1">
            <Initials name={name} />
            <Shape kind={shape} className="text-muted" />
            <span className="sr-only">{word}</span>
          </span>
        );
      })}
      {rest.length > 0 && (
        <span
          title={rest
            .map(({ name, state }) => `${name}: ${WORK_STATE_LOOKS[state].word}`)
            .join("\n")}
          className="text-muted tabular-nums"
        >
          +{rest.length} more
        </span>
      )}
    </span>
  );
}

const SHOWN = 4;
