"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { NavTabs } from "#components/ui/nav-tabs.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { ArticlesTable, TableRequest } from "#lib/articles/articles-table.ts";
import { ARTICLE_STATES } from "#lib/articles/model.ts";
import { ARTICLE_STATE_LOOKS } from "./article-states.ts";
import { articlesHref } from "./articles-href.ts";

type Props = { projectId: string; asked: TableRequest; states: ArticlesTable["states"] };

/** Which articles are listed. All of it stands in the address, so that a link shows the same. */
export function ArticlesFilters({ projectId, asked, states }: Props) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [search, setSearch] = useState(asked.search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  // The address may change without this field: by the way back, or when the filters are cleared.
  const sent = useRef(asked.search);
  useEffect(() => {
    if (asked.search === sent.current) return;
    sent.current = asked.search;
    setSearch(asked.search);
  }, [asked.search]);

  const go = (change: Partial<TableRequest>) => {
    clearTimeout(timer.current);
    const next = { search: search.trim(), ...change };
    sent.current = next.search;
    startTransition(() => {
      router.replace(articlesHref(projectId, asked, next), { scroll: false });
    });
  };
  const type = (words: string) => {
    setSearch(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go({ search: words.trim() }), TYPING_MS);
  };

  return (
    <div className="mb-4 grid gap-3">
      <NavTabs label="Articles by state" tabs={tabs(projectId, asked, states)} />
      <div className="flex flex-wrap items-center gap-2">
        <form
          role="search"
          className="relative min-w-full flex-1 sm:min-w-48 sm:max-w-72"
          onSubmit={(event) => {
            event.preventDefault();
            go({ search: search.trim() });
          }}
        >
          <Search
            aria-hidden
            className="absolute top-2 left-2.5 size-4 text-muted pointer-coarse:top-3.5"
          />
          <TextInput
            type="search"
            aria-label="Search title, publisher and byline"
            placeholder="Title, publisher, byline"
            value={search}
            onChange={(event) => type(event.target.value)}
            className="pl-8"
          />
        </form>
        <Select
          aria-label="Whose articles"
          className="min-w-36 flex-1 sm:max-w-60"
          value={asked.forMe ? "for-me" : asked.mine ? "mine" : "all"}
          options={WHOSE}
          onValueChange={(whose) => go({ mine: whose === "mine", forMe: whose === "for-me" })}
        />
        <Select
          aria-label="Order"
          className="min-w-36 flex-1 sm:max-w-60 md:hidden!"
          value={orderOf(asked)}
          options={ORDERS}
          onValueChange={(order) => {
            const [sort, direction] = order.split(" ") as Order;
            go({ sort, direction });
          }}
        />
        {isPending && <Spinner label="Looking" className="text-sm text-muted" />}
      </div>
    </div>
  );
}

/** Long enough to type on, short enough not to wait. */
const TYPING_MS = 300;

const WHOSE = [
  { value: "all", label: "Everybody’s articles" },
  { value: "mine", label: "Those I have worked on" },
  { value: "for-me", label: "Those that wait for me" },
] as const;

type Order = [TableRequest["sort"], TableRequest["direction"]];

const ORDERS = [
  { value: "added down", label: "Newest first" },
  { value: "added up", label: "Oldest first" },
  { value: "title up", label: "By title" },
  { value: "publisher up", label: "By publisher" },
  { value: "published down", label: "Last published first" },
  { value: "length down", label: "Longest first" },
  { value: "annotations down", label: "Most annotations first" },
  { value: "state up", label: "By state" },
];

function orderOf({ sort, direction }: TableRequest): string | null {
  return ORDERS.find(({ value }) => value === `${sort} ${direction}`)?.value ?? null;
}

function tabs(projectId: string, asked: TableRequest, states: ArticlesTable["states"]) {
  const all = ARTICLE_STATES.reduce((sum, state) => sum + states[state], 0);
  return [
    {
      href: articlesHref(projectId, asked, { state: undefined }),
      label: "All",
      count: all,
      isCurrent: asked.state === undefined,
    },
    ...ARTICLE_STATES.map((state) => ({
      href: articlesHref(projectId, asked, { state }),
      label: ARTICLE_STATE_LOOKS[state].word,
      count: states[state],
      isCurrent: asked.state === state,
    })),
  ];
}
