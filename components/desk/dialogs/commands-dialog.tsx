"use client";

import { useMemo, useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { Key } from "#components/ui/key.tsx";
import { COMMANDS, keysOf } from "../commands/commands.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { Finder } from "./finder.tsx";

/** Finds a command by its words and does it: for whoever does not know its key. */
export function CommandsDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const keymap = useDeskState((state) => state.keymap);
  const [sought, setSought] = useState("");
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

  return (
    <Dialog title="Commands" isWide open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="grid gap-3">
        <Finder
          label="Find a command"
          placeholder="What to do: source, next, submit …"
          sought={sought}
          onSought={setSought}
          listLabel="Commands"
          found={found}
          keyOf={({ id }) => id}
          onTake={(command) => {
            onClose();
            command.run(desk);
          }}
          renderItem={(command) => (
            <>
              <span className="w-20 shrink-0 text-muted">{command.group}</span>
              <span className="min-w-0 flex-1">{command.label}</span>
              {keysOf(command, keymap)
                .slice(0, 1)
                .map((keys) => (
                  <Key key={keys} keys={keys} />
                ))}
            </>
          )}
        />
        {found.length === 0 && <p className="text-muted">No command has these words.</p>}
      </div>
    </Dialog>
  );
}
