"use client";

import { useEffect, useRef } from "react";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import { nameOf, shorten } from "#components/annotations/words.ts";
import { classNames } from "#components/ui/class-names.ts";
import { standingOf, type QueueState } from "./queue-state.ts";
import type { QueueItem } from "./review-types.ts";
import { StandingLabel } from "./standing-label.tsx";

type Props = {
  items: readonly QueueItem[];
  state: QueueState;
  onGoTo: (id: string) => void;
};

/** The queue at a glance: one after another as they wait, under the titles of their articles. */
export function QueueList({ items, state, onGoTo }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [state.currentId]);

  return (
    <ol ref={list} className="pb-4">
      {items.map((item, place) => (
        <li
          key={item.id}
          className="[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]"
        >
          {item.articleId !== items[place - 1]?.articleId && (
            <p
              className="truncate px-4 pt-4 pb-1 text-sm font-medium text-muted"
              title={item.articleTitle}
            >
              {item.articleTitle}
            </p>
          )}
          <button
            type="button"
            aria-current={item.id === state.currentId ? "true" : undefined}
            onClick={() => onGoTo(item.id)}
            className={classNames(
              "touchable grid w-full cursor-pointer grid-cols-[auto_1fr] gap-x-2 border-l-2 border-transparent py-1.5 pr-3 pl-3.5 text-left -outline-offset-2",
              "hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-faint",
              standingOf(state, item.id).kind !== "waiting" && "text-muted",
            )}
          >
            <span className="pt-0.5">
              <TagLetter tag={item.tag} isAlone />
            </span>
            <span dir="auto" className="line-clamp-2 min-w-0 leading-snug wrap-anywhere">
              {shorten(nameOf(item), 120) || "without words"}
            </span>
            <span className="col-start-2 flex justify-between gap-2 text-xs text-muted">
              <span className="truncate">{item.author.name}</span>
              {standingOf(state, item.id).kind !== "waiting" && (
                <StandingLabel standing={standingOf(state, item.id)} />
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
