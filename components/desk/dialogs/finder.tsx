"use client";

import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { TextInput } from "#components/ui/text-input.tsx";

type Props<Item> = {
  /** What the field asks for. */
  readonly label: string;
  readonly placeholder: string;
  readonly sought: string;
  readonly onSought: (sought: string) => void;
  readonly listLabel: string;
  readonly found: readonly Item[];
  /** Different for each that is found. */
  readonly keyOf: (item: Item) => string;
  readonly renderItem: (item: Item) => ReactNode;
  readonly onTake: (item: Item) => void;
  /** What stands between the field and the list. */
  readonly children?: ReactNode;
};

/**
 * A field, and the list of what its words find: the keyboard stays in the field, arrows go through the
 * list, Enter takes what they have come to.
 */
export function Finder<Item>({
  label,
  placeholder,
  sought,
  onSought,
  listLabel,
  found,
  keyOf,
  renderItem,
  onTake,
  children,
}: Props<Item>) {
  const id = useId();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(at, Math.max(0, found.length - 1));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      const next = Math.min(Math.max(current + by, 0), found.length - 1);
      setAt(next);
      list.current?.children[next]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      const item = found[current];
      if (item !== undefined) onTake(item);
    }
  }

  return (
    <>
      <TextInput
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        placeholder={placeholder}
        value={sought}
        onChange={(event) => {
          onSought(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {children}
      <div
        id={id}
        ref={list}
        role="listbox"
        tabIndex={-1}
        aria-label={listLabel}
        className="grid max-h-[50dvh] auto-rows-max content-start overflow-y-auto"
      >
        {found.map((item, index) => (
          <button
            key={keyOf(item)}
            type="button"
            tabIndex={-1}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(item)}
            className={classNames(
              "touchable flex w-full cursor-pointer items-baseline gap-3 rounded-md px-2 py-1.5 text-left hover:bg-sunken pointer-coarse:items-center",
              index === current && "bg-accent-faint",
            )}
          >
            {renderItem(item)}
          </button>
        ))}
      </div>
    </>
  );
}
