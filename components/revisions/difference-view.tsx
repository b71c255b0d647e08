"use client";

import { ArrowDownUp, UnfoldVertical } from "lucide-react";
import { useState } from "react";
import { counted } from "#components/projects/counted.ts";
import { Button } from "#components/ui/button.tsx";
import { inOne, type DrawnRow, type Piece } from "./drawn-difference.ts";
import { foldSame, type Stretch } from "./fold-same.ts";
import { Cut, Put } from "#components/ui/words-change.tsx";

type Props = {
  /** What the two texts are: "Revision 1, 3 May 2031, 12:00". */
  labels: { before: string; after: string };
  rows: readonly DrawnRow[];
  /** How it is shown at first; on a phone always in one text. */
  opensAs?: View;
};

type View = "one" | "beside";

/** How one text became another, to be read: in one text, or side by side. */
export function DifferenceView({ labels, rows, opensAs = "one" }: Props) {
  const [view, setView] = useState<View>(opensAs);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const stretches = foldSame(rows);
  const changes = rows.filter(({ kind }) => kind !== "same").length;
  return (
    <section aria-label="Differences" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted">
          {changes === 0
            ? "Nothing differs but white space."
            : `${counted(changes, "paragraph")} of ${rows.length.toLocaleString("en")} differ${changes === 1 ? "s" : ""}`}
        </p>
        <fieldset className="flex gap-1 max-md:hidden">
          <legend className="sr-only">How the differences are shown</legend>
          {VIEWS.map(({ value, label }) => (
            <Button
              key={value}
              size="small"
              variant={view === value ? "secondary" : "quiet"}
              aria-pressed={view === value}
              onClick={() => setView(value)}
            >
              {label}
            </Button>
          ))}
        </fieldset>
      </div>
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        {view === "beside" && (
          <div className="hidden grid-cols-2 border-b border-line text-sm text-muted md:grid">
            <p className="border-r border-line px-5 py-2">{labels.before}</p>
            <p className="px-5 py-2">{labels.after}</p>
          </div>
        )}
        {stretches.map((stretch) => (
          <StretchView
            key={stretch.from}
            stretch={stretch}
            view={view}
            isOpen={opened.has(stretch.from)}
            onOpen={() => setOpened(new Set([...opened, stretch.from]))}
          />
        ))}
      </div>
    </section>
  );
}

const VIEWS: readonly { value: View; label: string }[] = [
  { value: "one", label: "In one text" },
  { value: "beside", label: "Side by side" },
];

type StretchProps = { stretch: Stretch; view: View; isOpen: boolean; onOpen: () => void };

function StretchView({ stretch, view, isOpen, onOpen }: StretchProps) {
  if (stretch.isFolded && !isOpen) {
    return (
      <button
        type="button"
        onClick={onOpen}
        className="touchable flex min-h-8 w-full cursor-pointer items-center gap-2 border-b border-line bg-sunken px-5 text-left text-sm text-muted -outline-offset-2 last:border-b-0 hover:text-ink"
      >
        <UnfoldVertical aria-hidden className="size-3.5" />
        {counted(stretch.rows.length, "paragraph")} the same
      </button>
    );
  }
  return stretch.rows.map((row, index) => (
    <RowView key={`${stretch.from + index}`} row={row} view={view} />
  ));
}

function RowView({ row, view }: { row: DrawnRow; view: View }) {
  const ground = GROUNDS[row.kind];
  // Long texts: what is out of sight is not laid out.
  const frame = `border-b border-line last:border-b-0 [content-visibility:auto] [contain-intrinsic-size:auto_4rem] ${ground}`;
  if (view === "one") return <OneRow row={row} className={frame} />;
  return (
    <>
      <OneRow row={row} className={`${frame} md:hidden`} />
      <div className={`hidden grid-cols-2 md:grid ${frame}`}>
        <Side
          row={row}
          pieces={row.before}
          isMoved={row.isMoved}
          className="border-r border-line"
        />
        <Side row={row} pieces={row.after} isMoved={row.isMoved} />
      </div>
    </>
  );
}

function OneRow({ row, className }: { row: DrawnRow; className: string }) {
  return (
    <div className={`grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 px-3 py-2.5 ${className}`}>
      <Sign row={row} />
      <div>
        {row.isMoved && <Moved />}
        <Prose>
          {row.kind === "removed" ? (
            <Pieces pieces={whole(row.before, "cut")} />
          ) : row.kind === "added" ? (
            <Pieces pieces={whole(row.after, "put")} />
          ) : (
            <Pieces pieces={inOne(row)} />
          )}
        </Prose>
      </div>
    </div>
  );
}

function Side({
  row,
  pieces,
  isMoved,
  className = "",
}: {
  row: DrawnRow;
  pieces: readonly Piece[] | null;
  isMoved: boolean;
  className?: string;
}) {
  const isWhole = row.kind === "removed" || row.kind === "added";
  return (
    <div className={`px-5 py-2.5 ${className}`}>
      {isMoved && pieces && <Moved />}
      {pieces && (
        <Prose>
          <Pieces pieces={isWhole ? whole(pieces, row.kind === "added" ? "put" : "cut") : pieces} />
        </Prose>
      )}
    </div>
  );
}

/** Plus, minus and a stroke, so that no colour has to tell. */
function Sign({ row }: { row: DrawnRow }) {
  return (
    <span aria-hidden className="pt-1 text-center font-mono text-sm text-muted select-none">
      {SIGNS[row.kind]}
    </span>
  );
}

function Moved() {
  return (
    <p className="mb-0.5 flex items-center gap-1 text-sm text-muted">
      <ArrowDownUp aria-hidden className="size-3.5" /> The same words, moved
    </p>
  );
}

function Prose({ children }: { children: React.ReactNode }) {
  return (
    <p
      dir="auto"
      className="max-w-measure font-serif text-lg leading-relaxed wrap-anywhere whitespace-pre-wrap"
    >
      {children}
    </p>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ kind, text }) => {
    const key = `${at} ${kind}`;
    at += text.length;
    if (kind === "cut") return <Cut key={key} words={text} />;
    if (kind === "put") return <Put key={key} words={text} />;
    return <span key={key}>{text}</span>;
  });
}

function whole(pieces: readonly Piece[] | null, kind: Piece["kind"]): Piece[] {
  return (pieces ?? []).map(({ text }) => ({ kind, text }));
}

const SIGNS: Readonly<Record<DrawnRow["kind"], string>> = {
  same: "",
  changed: "~",
  removed: "−",
  added: "+",
};
const GROUNDS: Readonly<Record<DrawnRow["kind"], string>> = {
  same: "text-muted",
  changed: "",
  removed: "",
  added: "",
};
