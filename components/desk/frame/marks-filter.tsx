"use client";

import { useMemo, type ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Key } from "#components/ui/key.tsx";
import { TAGS, type Annotation, type Tag } from "#lib/annotations/model.ts";
import {
  authorsOf,
  filterAuthor,
  filterState,
  showAll,
  STATES,
  toggleTag,
} from "../actions/filter.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { useDesk, useDeskState, useDeskStateNow } from "../use-desk.tsx";
import { Part } from "./part.tsx";

/** What is marked, by tag, state and author. Counts are filters. */
export function MarksFilter() {
  const desk = useDesk();
  const order = useDeskState((state) => state.order);
  // Whoever presses a filter sees at once that it is pressed.
  const filter = useDeskStateNow((state) => state.filter);
  const shown = useShownKeys();
  const myId = desk.data.me.id;
  const { returned, tags, states } = useMemo(() => countsOf(order, myId), [order, myId]);
  const authors = useMemo(() => authorsOf(order), [order]);
  const isFiltered = filter.state !== null || filter.hidden.size > 0 || filter.authorId !== null;
  return (
    <>
      <Part
        title="Marks"
        action={
          isFiltered && (
            <Button size="small" keys={shown("Shift+O")} onClick={() => showAll(desk)}>
              Show all
            </Button>
          )
        }
      >
        {TAGS.map((tag) => (
          <Toggle
            key={tag}
            label={PLURALS[tag]}
            keys={shown(TAG_KEYS[tag])}
            count={tags.get(tag) ?? 0}
            most={order.length}
            isOn={!filter.hidden.has(tag)}
            mark={
              <span aria-hidden className={classNames("size-2.5 rounded-[3px]", GROUNDS[tag])} />
            }
            onToggle={() => toggleTag(desk, tag)}
          />
        ))}
      </Part>
      <Part title="State" keys={shown("Shift+T")}>
        {STATES.map((state) => (
          <Toggle
            key={state}
            label={STATE_LABELS[state]}
            count={states.get(state) ?? 0}
            most={order.length}
            isOn={filter.state === state}
            isQuiet
            onToggle={() => filterState(desk, state)}
          />
        ))}
        {returned > 0 && (
          <Toggle
            label="Came back to you"
            count={returned}
            most={order.length}
            isOn={filter.state === "returned"}
            onToggle={() => filterState(desk, "returned")}
          />
        )}
      </Part>
      {authors.length > 1 && (
        <Part title="Author" keys={shown("Shift+B")}>
          {authors.map((author) => (
            <Toggle
              key={author.id}
              label={author.id === myId ? `${author.name} (you)` : author.name}
              count={author.count}
              most={order.length}
              isOn={filter.authorId === author.id}
              isQuiet
              onToggle={() => filterAuthor(desk, author)}
            />
          ))}
        </Part>
      )}
    </>
  );
}

type ToggleProps = {
  label: string;
  keys?: string;
  count: number;
  /** No count beside it is greater: the keys before the counts stand below each other. */
  most: number;
  isOn: boolean;
  isQuiet?: boolean;
  mark?: ReactNode;
  onToggle: () => void;
};

function Toggle({ label, keys, count, most, isOn, isQuiet, mark, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-keyshortcuts={keys}
      onClick={onToggle}
      className={classNames(
        "-mx-1.5 flex min-h-7 cursor-pointer pointer-coarse:min-h-11 items-center gap-2 rounded-sm px-1.5 text-left text-sm hover:bg-sunken",
        isOn && isQuiet && "bg-accent-faint text-accent",
        !isOn && !isQuiet && mark !== undefined && "text-muted line-through",
        !isQuiet && "font-semibold",
        isQuiet && !isOn && "text-muted",
      )}
    >
      {mark}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {keys && (
        <span aria-hidden className="pointer-coarse:hidden">
          <Key keys={keys} />
        </span>
      )}
      <span
        className="text-right tabular-nums"
        style={{ minWidth: `${Math.max(2, counted(most).length)}ch` }}
      >
        {counted(count)}
      </span>
    </button>
  );
}

function counted(count: number): string {
  return NUMBERS.format(count);
}

/** Made once: each `toLocaleString` makes its own. */
const NUMBERS = new Intl.NumberFormat("en");

const STATE_LABELS = {
  draft: "Draft",
  submitted: "Submitted",
  approved: "Approved",
  rejected: "Rejected",
} as const;
const PLURALS = { claim: "Claims", denial: "Denials", attribution: "Attributions" } as const;
const TAG_KEYS = { claim: "Shift+C", denial: "Shift+D", attribution: "Shift+A" } as const;
const GROUNDS: Readonly<Record<Tag, string>> = {
  claim: "bg-claim",
  denial: "bg-denial",
  attribution: "bg-attribution",
};

/** How many there are of each tag and state, and how many came back to the reader. */
function countsOf(order: readonly Annotation[], myId: string) {
  const tags = new Map<Tag, number>();
  const states = new Map<Annotation["state"], number>();
  let returned = 0;
  for (const { tag, state, author } of order) {
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
    states.set(state, (states.get(state) ?? 0) + 1);
    if (state === "rejected" && author.id === myId) returned++;
  }
  return { tags, states, returned };
}
