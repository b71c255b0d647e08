"use client";

import { Dialog } from "#components/ui/dialog.tsx";
import { Key } from "#components/ui/key.tsx";
import { COMMAND_GROUPS, COMMANDS } from "../commands/commands.ts";

/** Every key, by what it is for. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" isWide open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="columns-1 gap-8 sm:columns-2">
        <Group title="In the text" rows={CARET} />
        {GROUPS.map((group) => (
          <Group
            key={group}
            title={group}
            rows={COMMANDS.filter(
              (command) => command.group === group && !/[2-8]$/.test(command.keys[0]),
            ).map(({ keys, label }) => ({ keys, label }))}
          />
        ))}
      </div>
    </Dialog>
  );
}

type Row = { readonly keys: readonly string[]; readonly label: string };

function Group({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      <dl className="grid gap-1">
        {rows.map(({ keys, label }) => (
          <div key={label} className="flex items-baseline gap-3">
            <dt className="flex w-28 shrink-0 flex-wrap gap-1">
              {keys.map((each) => (
                <Key key={each} keys={each} />
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const GROUPS = COMMAND_GROUPS;

const CARET: readonly Row[] = [
  { keys: ["←", "→", "↑", "↓"], label: "Move the caret by character and line" },
  { keys: ["Control+←", "Control+→"], label: "By word (Option on a Mac)" },
  { keys: [",", "."], label: "By sentence" },
  { keys: ["Control+↑", "Control+↓"], label: "By block" },
  { keys: ["Shift"], label: "With any of these: extend the selection" },
  { keys: ["Alt"], label: "Held while selecting with the mouse: not to whole words" },
];
