"use client";

import Link from "next/link";
import { useMemo, type ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { ActiveTime } from "#components/live/active-time.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Annotation, AnnotationState, Tag } from "#lib/annotations/model.ts";
import { TAGS } from "#lib/annotations/model.ts";
import { nextArticle } from "../actions/next-article.ts";
import { readyToSubmit } from "../actions/submit.ts";
import { NO_FILTER, type Filter } from "../state/desk-state.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { MissedPassages } from "./missed-passages.tsx";

/** What is marked, in which state, and the facts of the article. Counts are filters. */
export function LeftColumn() {
  const desk = useDesk();
  const order = useDeskState((state) => state.order);
  const filter = useDeskState((state) => state.filter);
  const article = useDeskState((state) => state.article);
  const evidence = useDeskState((state) => state.evidence);
  const shown = useShownKeys();
  const setFilter = (next: Partial<Filter>) => desk.store.set({ filter: { ...filter, ...next } });
  const myId = desk.data.me.id;
  const returned = order.filter(
    (each) => each.state === "rejected" && each.author.id === myId,
  ).length;
  // Worked out anew when the annotations change, and not with each move of the caret.
  const ready = useMemo(
    () => (order.length > 0 ? readyToSubmit(desk).ready.length : 0),
    [order, desk],
  );
  const authors = useMemo(() => authorsOf(order), [order]);
  const isFiltered = filter.state !== null || filter.hidden.size > 0 || filter.authorId !== null;
  const address = `/projects/${desk.data.project.id}/articles/${desk.data.article.id}`;
  const folded = article.blocks.filter((block) => block.boilerplate !== null).length;
  return (
    <div className="grid content-start gap-6 p-4">
      <MissedPassages />
      <Part
        title="Marks"
        action={
          isFiltered && (
            <Button size="small" onClick={() => setFilter(NO_FILTER)}>
              Show all
            </Button>
          )
        }
      >
        {TAGS.map((tag) => (
          <Toggle
            key={tag}
            label={PLURALS[tag]}
            count={order.filter((each) => each.tag === tag).length}
            isOn={!filter.hidden.has(tag)}
            mark={
              <span aria-hidden className={classNames("size-2.5 rounded-[3px]", GROUNDS[tag])} />
            }
            onToggle={() => setFilter({ hidden: toggled(filter.hidden, tag) })}
          />
        ))}
      </Part>
      <Part title="State">
        {STATES.map((state) => (
          <Toggle
            key={state}
            label={STATE_LABELS[state]}
            count={order.filter((each) => each.state === state).length}
            isOn={filter.state === state}
            isQuiet
            onToggle={() => setFilter({ state: filter.state === state ? null : state })}
          />
        ))}
        {returned > 0 && (
          <Toggle
            label="Came back to you"
            count={returned}
            isOn={filter.state === "returned"}
            onToggle={() => setFilter({ state: filter.state === "returned" ? null : "returned" })}
          />
        )}
      </Part>
      {authors.length > 1 && (
        <Part title="Author">
          {authors.map(({ id, name, count }) => (
            <Toggle
              key={id}
              label={id === myId ? `${name} (you)` : name}
              count={count}
              isOn={filter.authorId === id}
              isQuiet
              onToggle={() => setFilter({ authorId: filter.authorId === id ? null : id })}
            />
          ))}
        </Part>
      )}
      <Part title="This article">
        <dl className="grid grid-cols-[1fr_auto] gap-y-1.5 text-muted tabular-nums">
          <Fact label="Revision">
            <Link
              className="link"
              href={`${address}/revisions`}
              aria-label={`Revision ${desk.data.article.revision}: all revisions`}
            >
              {desk.data.article.revision}
            </Link>
          </Fact>
          <Fact label="Folded blocks">{folded}</Fact>
          <Fact label="Evidence">{evidence.length}</Fact>
        </dl>
        <Link className="link text-sm" href={`${address}/original`}>
          Original bytes
        </Link>
        <ActiveTime />
        <div className="mt-2 grid justify-items-start gap-1">
          {desk.data.can.editArticle && (
            <Button
              size="small"
              keys={shown("I")}
              onClick={() => desk.store.set({ dialog: "details" })}
            >
              Details
            </Button>
          )}
          <Button
            size="small"
            keys={shown("V")}
            onClick={() => desk.store.set({ panel: "article", dialog: null })}
          >
            Another beside it
          </Button>
          {desk.data.can.write && (
            <Button size="small" keys={shown("Shift+N")} onClick={() => nextArticle(desk)}>
              Next article
            </Button>
          )}
          {desk.data.can.write && (
            <Button
              size="small"
              keys={shown("Shift+S")}
              disabled={ready === 0}
              onClick={() => desk.store.set({ dialog: "submit-all" })}
            >
              Submit all {ready > 0 && ready}
            </Button>
          )}
        </div>
      </Part>
    </div>
  );
}

/** Everybody who has marked something here, whoever has marked most first. */
function authorsOf(order: readonly Annotation[]): { id: string; name: string; count: number }[] {
  const found = new Map<string, { id: string; name: string; count: number }>();
  for (const { author } of order) {
    const known = found.get(author.id);
    if (known) known.count++;
    else found.set(author.id, { ...author, count: 1 });
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
}

function Part({
  title,
  action,
  children,
}: {
  title: string;
  /** At the right of the title, where it moves nothing when it comes and goes. */
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="grid gap-0.5">
      <div className="mb-1 flex items-center justify-between">
        <h2 className="text-sm font-semibold">{title}</h2>
        {action && <span className="-my-1">{action}</span>}
      </div>
      {children}
    </section>
  );
}

type ToggleProps = {
  label: string;
  count: number;
  isOn: boolean;
  isQuiet?: boolean;
  mark?: ReactNode;
  onToggle: () => void;
};

function Toggle({ label, count, isOn, isQuiet, mark, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onToggle}
      className={classNames(
        "touchable -mx-1.5 flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-1.5 text-left text-sm hover:bg-sunken",
        isOn && isQuiet && "bg-accent-faint text-accent",
        !isOn && !isQuiet && mark !== undefined && "text-muted line-through",
        !isQuiet && "font-semibold",
        isQuiet && !isOn && "text-muted",
      )}
    >
      {mark}
      <span className="flex-1">{label}</span>
      <span className="tabular-nums">{count}</span>
    </button>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm">{label}</dt>
      <dd className="text-right text-sm">{children}</dd>
    </>
  );
}

function toggled(hidden: ReadonlySet<Tag>, tag: Tag): ReadonlySet<Tag> {
  const next = new Set(hidden);
  if (!next.delete(tag)) next.add(tag);
  return next;
}

const STATES = [
  "draft",
  "submitted",
  "approved",
  "rejected",
] as const satisfies readonly AnnotationState[];
const STATE_LABELS = {
  draft: "Draft",
  submitted: "Submitted",
  approved: "Approved",
  rejected: "Rejected",
} as const;
const PLURALS = { claim: "Claims", denial: "Denials", attribution: "Attributions" } as const;
const GROUNDS = { claim: "bg-claim", denial: "bg-denial", attribution: "bg-attribution" } as const;
