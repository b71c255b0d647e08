"use client";

import { useEffect, useId, useRef, useState } from "react";
import { callApi } from "#components/http/call-api.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useKeyDown } from "#components/ui/use-key-down.ts";

/** Words of an article of the project, as a search finds them. Offsets are code points. */
export type FoundPassage = {
  articleId: string;
  title: string;
  revision: number;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
};

type Props = {
  projectId: string;
  query: string;
  error: string | null;
  onQuery: (query: string) => void;
  /** Open the article at these words, to choose exactly. */
  onOpen: (found: FoundPassage) => void;
  /** Take the words as they were found. */
  onTake: (found: FoundPassage) => void;
};

type Search =
  | { kind: "none" }
  | { kind: "searching"; items: FoundPassage[] }
  | { kind: "found"; items: FoundPassage[]; next: string | null }
  | { kind: "failed"; message: string };

const PAUSE_MS = 250;
const AT_ONCE = 20;

/** Finds words in the project's articles. Arrow keys go through what was found. */
export function PassageSearch({ projectId, query, error, onQuery, onOpen, onTake }: Props) {
  const [search, setSearch] = useState<Search>({ kind: "none" });
  const running = useRef<AbortController | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const statusId = useId();

  async function find(asked: string, before: FoundPassage[], after: string | null): Promise<void> {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setSearch({ kind: "searching", items: before });
    const cursor = after === null ? "" : `&after=${encodeURIComponent(after)}`;
    const outcome = await callApi<{ items: FoundPassage[]; next: string | null }>({
      method: "GET",
      path: `/projects/${projectId}/passages?q=${encodeURIComponent(asked)}&limit=${AT_ONCE}${cursor}`,
      signal: stop.signal,
    });
    if (stop.signal.aborted) return;
    if (outcome.kind !== "done") {
      const message = outcome.problem.fields.q ?? outcome.problem.message;
      setSearch({ kind: "failed", message });
      return;
    }
    const { items, next } = outcome.body;
    setSearch({ kind: "found", items: [...before, ...items], next });
  }

  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    const asked = query.trim();
    if (asked === "") {
      running.current?.abort();
      setSearch({ kind: "none" });
      return;
    }
    const timer = setTimeout(() => void latest.current(asked, [], null), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query, projectId]);
  useEffect(() => () => running.current?.abort(), []);

  useKeyDown(box, (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("[data-found]") ?? [])];
    const place = buttons.findIndex((button) => button === document.activeElement);
    const next = buttons[place + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  const items = "items" in search ? search.items : [];
  return (
    <div ref={box} className="grid gap-2">
      <Field
        label="Find the passage"
        hint="Any words of it, in any article of the project."
        error={error}
      >
        <TextInput
          type="search"
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (query.trim()) void find(query.trim(), [], null);
          }}
          aria-describedby={statusId}
          autoComplete="off"
        />
      </Field>
      <p id={statusId} role="status" className="flex items-center gap-2 text-sm text-muted">
        {search.kind === "searching" && <Spinner />}
        {searchWords(search)}
      </p>
      {search.kind === "failed" && (
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => void find(query.trim(), [], null)}
        >
          Search again
        </Button>
      )}
      {items.length > 0 && (
        <ul
          ref={list}
          className="grid max-h-80 gap-px overflow-y-auto rounded-md border border-line"
        >
          {items.map((found) => (
            <Found
              key={`${found.articleId} ${found.start}`}
              found={found}
              onOpen={() => onOpen(found)}
              onTake={() => onTake(found)}
            />
          ))}
        </ul>
      )}
      {search.kind === "found" && search.next !== null && (
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => void find(query.trim(), search.items, search.next)}
        >
          Search on
        </Button>
      )}
    </div>
  );
}

function Found({
  found,
  onOpen,
  onTake,
}: {
  found: FoundPassage;
  onOpen: () => void;
  onTake: () => void;
}) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-start gap-2 bg-surface py-1.5 pr-1.5">
      <button
        type="button"
        data-found
        onClick={onOpen}
        className="touchable cursor-pointer rounded-md px-2.5 py-1 text-left -outline-offset-2 hover:bg-sunken"
      >
        <span dir="auto" className="block font-serif text-lg leading-snug wrap-anywhere">
          {found.prefix && <span className="text-muted">… {found.prefix}</span>}
          <mark className="bg-accent-ground text-ink">{found.exact}</mark>
          {found.suffix && <span className="text-muted">{found.suffix} …</span>}
        </span>
        <span className="block text-sm text-muted">{found.title}</span>
      </button>
      <Button
        size="small"
        variant="quiet"
        onClick={onTake}
        aria-label={`Take “${found.exact}” as found`}
      >
        Take
      </Button>
    </li>
  );
}

function searchWords(search: Search): string {
  switch (search.kind) {
    case "none":
      return "";
    case "searching":
      return "Searching";
    case "failed":
      return search.message;
    case "found": {
      const { length } = search.items;
      if (length > 0)
        return `${length === 1 ? "1 place" : `${length} places`}${search.next ? " so far" : ""}. Open one to choose its words.`;
      return search.next ? "Nothing yet." : "These words stand in no article of the project.";
    }
  }
}
