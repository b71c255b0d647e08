"use client";

import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Key } from "#components/ui/key.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Command } from "../commands/command.ts";
import { COMMANDS, keysOf } from "../commands/commands.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** Finds a command by its words and does it: for whoever does not know its key. */
export function CommandsDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const keymap = useDeskState((state) => state.keymap);
  const [sought, setSought] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => {
    const words = sought.toLowerCase().split(/\s+/u).filter(Boolean);
    return COMMANDS.filter(
      ({ id, label, group }) =>
        id !== "commands" &&
        // Sixteen figures in a row are for whoever looks for them.
        (words.length > 0 || !/value-/u.test(id)) &&
        words.every((word) => `${group} ${label}`.toLowerCase().includes(word)),
    );
  }, [sought]);
  const current = Math.min(at, Math.max(0, found.length - 1));

  function run(command: Command | undefined): void {
    if (!command) return;
    onClose();
    command.run(desk);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      const next = Math.min(Math.max(current + by, 0), found.length - 1);
      setAt(next);
      list.current?.children[next]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(found[current]);
    }
  }

  return (
    <Dialog title="Commands" isWide open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="grid gap-3">
        <TextInput
          autoFocus
          role="combobox"
          aria-label="Find a command"
          aria-expanded
          aria-controls="command-choices"
          aria-activedescendant={found.length > 0 ? `command-choice-${current}` : undefined}
          placeholder="What to do: source, next, submit …"
          value={sought}
          onChange={(event) => {
            setSought(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div
          id="command-choices"
          ref={list}
          role="listbox"
          tabIndex={-1}
          aria-label="Commands"
          className="grid max-h-[50dvh] content-start overflow-y-auto"
        >
          {found.map((command, index) => (
            <button
              key={command.id}
              type="button"
              tabIndex={-1}
              id={`command-choice-${index}`}
              role="option"
              aria-selected={index === current}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => run(command)}
              className={classNames(
                "touchable flex w-full cursor-pointer items-baseline gap-3 pointer-coarse:items-center rounded-md px-2 py-1 text-left hover:bg-sunken",
                index === current && "bg-accent-faint",
              )}
            >
              <span className="w-20 shrink-0 text-muted">{command.group}</span>
              <span className="min-w-0 flex-1">{command.label}</span>
              {keysOf(command, keymap)
                .slice(0, 1)
                .map((keys) => (
                  <Key key={keys} keys={keys} />
                ))}
            </button>
          ))}
        </div>
        {found.length === 0 && <p className="text-muted">No command is called so.</p>}
      </div>
    </Dialog>
  );
}
