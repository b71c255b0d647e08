"use client";

import { useEffect, useState } from "react";
import type { Desk } from "#components/desk/model.ts";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { paragraphOf } from "#components/desk/state/paragraph.ts";
import { Initials } from "#components/projects/initials.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { PresentReader } from "#lib/realtime/model.ts";

const SHOWN = 4;

/**
 * Who else has the article open, as initials; pressed, the text goes where they read. In a blind project
 * it is said instead that nobody is to be seen.
 */
export function PresentReaders() {
  const desk = useDesk();
  const readers = useDeskState((state) => state.live.readers);
  const article = useDeskState((state) => state.article);
  const isCutOff = useCutOff();
  if (isCutOff)
    return (
      <p className="text-sm text-muted" data-cut-off>
        What others do does not arrive just now
      </p>
    );
  if (desk.data.isBlind)
    return <p className="text-sm text-muted">You see only your own work here</p>;
  if (readers.length === 0) return null;
  // One more than would be folded away is shown: "and 1 more" needs the same room.
  const shown = readers.length === SHOWN + 1 ? readers : readers.slice(0, SHOWN);
  return (
    <ul aria-label="Also reading" className="flex items-center gap-1" data-readers>
      {shown.map(({ user, place }) => {
        const where = place === null ? null : paragraphOf(article, place);
        const says = `${user.name} reads here${where ? `, ${where}` : ""}`;
        return (
          <li key={user.id} className="flex">
            <Tooltip text={says}>
              <button
                type="button"
                aria-disabled={place === null}
                className="touchable inline-flex min-h-6 min-w-6 pointer-coarse:min-w-11 cursor-pointer items-center justify-center rounded-full"
                onClick={() => goTo(desk, place)}
              >
                <Initials name={user.name} />
                <span className="sr-only"> reads here{where && `, ${where}`}</span>
              </button>
            </Tooltip>
          </li>
        );
      })}
      {readers.length > shown.length && (
        <li className="flex">
          <AllReaders readers={readers} folded={readers.length - shown.length} />
        </li>
      )}
    </ul>
  );
}

/** Everybody by name, for whoever wants to know. */
function AllReaders({ readers, folded }: { readers: readonly PresentReader[]; folded: number }) {
  const desk = useDesk();
  const article = useDeskState((state) => state.article);
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={`${readers.length} others read here`}
      open={isOpen}
      onOpenChange={setOpen}
      isWide
      trigger={
        <button
          type="button"
          className="touchable inline-flex min-h-6 cursor-pointer items-center rounded-sm px-0.5 text-sm whitespace-nowrap text-muted tabular-nums hover:text-ink"
        >
          and {folded} more
        </button>
      }
    >
      <ul className="gap-x-6 sm:columns-2">
        {readers.map(({ user, place }) => (
          <li key={user.id}>
            <button
              type="button"
              aria-disabled={place === null}
              className="touchable flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-sm text-left"
              onClick={() => {
                setOpen(false);
                goTo(desk, place);
              }}
            >
              <Initials name={user.name} />
              <span aria-hidden className="min-w-0 flex-1 truncate">
                {user.name}
              </span>
              <span className="text-sm whitespace-nowrap text-muted">
                {place !== null && paragraphOf(article, place)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function goTo(desk: Desk, place: number | null): void {
  if (place !== null) desk.pane.current?.reveal({ start: place, end: place + 1 });
}

/** A line that comes back within a moment is not worth a word. */
const CUT_OFF_MS = 4_000;

function useCutOff(): boolean {
  const isOff = useDeskState((state) => state.live.isOnLine === false);
  const [isSaid, setSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(isOff), isOff ? CUT_OFF_MS : 0);
    return () => clearTimeout(timer);
  }, [isOff]);
  return isOff && isSaid;
}
