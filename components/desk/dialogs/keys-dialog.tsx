"use client";

import { useEffect, useState, type ReactNode } from "react";
import { JUMPS } from "#components/editor/caret-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { COMMAND_GROUPS, type Command } from "../commands/command.ts";
import { COMMANDS, commandFor, holderOf, keysOf } from "../commands/commands.ts";
import type { KeyChanges, Keymap } from "../commands/keymap.ts";
import { pressedKey } from "../commands/pressed-key.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { KeyRow } from "./key-row.tsx";

/** Every key, by what it is for; each can be changed. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const keymap = useDeskState((state) => state.keymap);
  const [changing, setChanging] = useState<Changeable | null>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    if (!changing) return;
    const command = changing;
    function onKeyDown(event: KeyboardEvent): void {
      if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      setChanging(null);
      if (event.key === "Escape") return setSaid("Not changed.");
      const { keymap: known } = desk.store.get();
      const jump = JUMPS.find(({ id, code }) => (known[id] ?? code) === event.code);
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const taken =
        isPlain && jump ? { id: jump.id, label: JUMP_LABELS[jump.id] } : commandFor(event, known);
      if (taken && taken.id !== command.id) return setSaid(`That key has: ${taken.label}.`);
      if (command.isJump && !isPlain) return setSaid("A jump takes a key alone; Shift extends.");
      const key = command.isJump ? event.code : pressedKey(event);
      desk.changeKeys({ [command.id]: key });
      setSaid("Changed.");
    }
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, [changing, desk]);

  const isChanged = Object.keys(keymap).length > 0;
  const standard = (id: string) =>
    keymap[id] === undefined ? null : () => desk.changeKeys({ [id]: null });
  return (
    <Dialog
      title="Keys"
      description="Press “change” and then the new key. Your keys are the same wherever you sign in."
      isWide
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      actions={
        isChanged ? (
          <Button onClick={() => desk.changeKeys(standardAgain(keymap))}>
            All keys as they were
          </Button>
        ) : undefined
      }
    >
      <p role="status" className="sticky top-0 z-10 min-h-6 bg-surface pb-1 text-muted">
        {changing ? `Press the new key for: ${changing.label}. Esc leaves it.` : said}
      </p>
      <div className="columns-1 gap-8 sm:columns-2">
        <Group title="In the text">
          {JUMPS.map(({ id, code }) => {
            const label = JUMP_LABELS[id] ?? id;
            return (
              <KeyRow
                key={id}
                keys={[signOf(keymap[id] ?? code)]}
                label={label}
                isChanging={changing?.id === id}
                onChange={() => setChanging({ id, label, isJump: true })}
                onStandard={standard(id)}
              />
            );
          })}
          {CARET.map(({ keys, label }) => (
            <KeyRow key={label} keys={keys} label={label} />
          ))}
        </Group>
        {COMMAND_GROUPS.map((group) => (
          <Group key={group} title={group}>
            {COMMANDS.filter((command) => command.group === group).map((command) => (
              <KeyRow
                key={command.id}
                keys={keysOf(command, keymap)}
                label={command.label}
                isChanging={changing?.id === command.id}
                rival={rivalOf(command, keymap)}
                onChange={() => setChanging(command)}
                onStandard={standard(command.id)}
              />
            ))}
          </Group>
        ))}
      </div>
    </Dialog>
  );
}

type Changeable = { readonly id: string; readonly label: string; readonly isJump?: boolean };

const JUMP_LABELS: Readonly<Record<string, string>> = {
  "caret-clause-back": "Back by a clause",
  "caret-clause-on": "On by a clause",
  "caret-quotation-back": "Back by a quotation",
  "caret-quotation-on": "On by a quotation",
  "caret-sentence-back": "Back by a sentence",
  "caret-sentence-on": "On by a sentence",
};

function standardAgain(keymap: Keymap): KeyChanges {
  return Object.fromEntries(Object.keys(keymap).map((id) => [id, null]));
}

/** Another command that has taken the key: it was given twice, on two machines, or is a newer one's. */
function rivalOf(command: Command, keymap: Keymap): string | null {
  const lost = keysOf(command, keymap).every((key) => holderOf(key, keymap)?.id !== command.id);
  const [key] = keysOf(command, keymap);
  return lost && key !== undefined ? (holderOf(key, keymap)?.label ?? null) : null;
}

/** What stands on a key on most keyboards; it is known by its place. */
function signOf(code: string): string {
  return SIGNS[code] ?? code.replace(/^(?:Key|Digit|Numpad)/u, "");
}

const SIGNS: Readonly<Record<string, string>> = {
  Semicolon: ";",
  Quote: "'",
  BracketLeft: "[",
  BracketRight: "]",
  Comma: ",",
  Period: ".",
  Slash: "/",
  Backslash: "\\",
  Backquote: "`",
};

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mb-5">
      <h3 className="mb-1.5 break-after-avoid font-semibold">{title}</h3>
      <ul className="grid gap-0.5">{children}</ul>
    </section>
  );
}

const CARET: readonly { readonly keys: readonly string[]; readonly label: string }[] = [
  { keys: ["←", "→", "↑", "↓"], label: "Move the caret by character and line" },
  { keys: ["Control+←", "Control+→"], label: "By word (Option on a Mac)" },
  { keys: ["Control+↑", "Control+↓"], label: "By paragraph" },
  { keys: ["Shift"], label: "With any of these: extend the selection" },
  { keys: ["Alt"], label: "Held while selecting with the mouse: not to whole words" },
];
