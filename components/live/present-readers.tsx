"use client";

import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { paragraphOf } from "#components/desk/state/paragraph.ts";
import { Initials } from "#components/projects/initials.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";

const SHOWN = 4;

/** Who else has the article open, as initials; pressed, the text goes where they read. */
export function PresentReaders() {
  const desk = useDesk();
  const readers = useDeskState((state) => state.live.readers);
  const article = useDeskState((state) => state.article);
  if (readers.length === 0) return null;
  const rest = readers.slice(SHOWN);
  return (
    <ul aria-label="Also reading" className="flex items-center gap-1" data-readers>
      {readers.slice(0, SHOWN).map(({ user, place }) => {
        const where = place === null ? null : paragraphOf(article, place);
        const says = `${user.name} reads here${where ? `, ${where}` : ""}`;
        return (
          <li key={user.id} className="flex">
            <Tooltip text={says}>
              <button
                type="button"
                aria-disabled={place === null}
                className="touchable inline-flex min-h-6 min-w-6 cursor-pointer items-center justify-center rounded-full"
                onClick={() => {
                  if (place !== null) desk.pane.current?.reveal({ start: place, end: place + 1 });
                }}
              >
                <Initials name={user.name} />
                <span className="sr-only"> reads here{where && `, ${where}`}</span>
              </button>
            </Tooltip>
          </li>
        );
      })}
      {rest.length > 0 && (
        <li className="text-sm text-muted" title={rest.map(({ user }) => user.name).join(", ")}>
          <span aria-hidden>+{rest.length}</span>
          <span className="sr-only">and {rest.map(({ user }) => user.name).join(", ")}</span>
        </li>
      )}
    </ul>
  );
}
