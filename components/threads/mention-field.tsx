"use client";

import { useId, useRef, useState, type KeyboardEvent } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { CONTROL_STYLE } from "#components/ui/control-style.ts";
import { POPUP_STYLE } from "#components/ui/popup-style.ts";
import { mentionQuery, proposed, type Member } from "./mentions.ts";

type Props = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** Ctrl Enter. */
  onSubmit: () => void;
  /** Esc, when no list is open. */
  onLeave: () => void;
  /** Empty where nobody can be named. */
  members: readonly Member[];
  myId: string;
  isFocusedFirst?: boolean;
};

/** Plain text in which "@" proposes the members of the project. */
export function MentionField(props: Props) {
  const { label, value, onChange, onSubmit, onLeave, members, myId, isFocusedFirst } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [query, setQuery] = useState<ReturnType<typeof mentionQuery>>(null);
  const [at, setAt] = useState(0);
  const people = query ? proposed(members, query.words, myId) : [];
  const isOpen = people.length > 0;
  const chosen = people[Math.min(at, people.length - 1)];

  function look(element: HTMLTextAreaElement): void {
    const next = mentionQuery(element.value, element.selectionStart);
    if (next?.from !== query?.from || next?.words !== query?.words) setAt(0);
    setQuery(next);
  }

  function take(member: Member): void {
    const element = field.current;
    if (!element || !query) return;
    const behind = value.slice(element.selectionStart);
    const before = `${value.slice(0, query.from)}@${member.name} `;
    onChange(before + behind.replace(/^ /u, ""));
    setQuery(null);
    element.focus();
    // The caret goes behind the name once the field holds it.
    requestAnimationFrame(() => element.setSelectionRange(before.length, before.length));
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
    } else if (isOpen && chosen && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      take(chosen);
    } else if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      setAt((at + by + people.length) % people.length);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (isOpen) setQuery(null);
      else onLeave();
    }
  }

  return (
    <div className="relative">
      <textarea
        ref={field}
        rows={2}
        value={value}
        aria-label={label}
        placeholder={members.length > 0 ? `${label} (@ names somebody)` : label}
        aria-autocomplete={members.length > 0 ? "list" : undefined}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen && chosen ? `${id}-${chosen.id}` : undefined}
        autoFocus={isFocusedFirst}
        maxLength={10_000}
        dir="auto"
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => setQuery(null)}
        onKeyDown={onKeyDown}
        className={classNames(
          CONTROL_STYLE,
          "field-sizing-content max-h-[40dvh] min-h-14 py-1.5 max-sm:text-base",
        )}
      />
      <p role="status" className="sr-only">
        {isOpen
          ? `${people.length} ${people.length === 1 ? "person" : "people"}. Arrow keys choose, Enter names.`
          : ""}
      </p>
      {isOpen && (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="People in the project"
          className={classNames(POPUP_STYLE, "absolute top-full left-0 z-40 mt-1 w-full p-1")}
        >
          {people.map((member) => (
            <div
              key={member.id}
              id={`${id}-${member.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={member === chosen}
              // Before the field loses the keyboard.
              onPointerDown={(event) => {
                event.preventDefault();
                take(member);
              }}
              className={classNames(
                "touchable flex min-h-7 cursor-pointer items-center rounded-md px-2",
                member === chosen && "bg-accent-ground",
              )}
            >
              {member.name}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
