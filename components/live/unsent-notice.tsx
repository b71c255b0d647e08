"use client";

import { saveStateOf } from "#components/desk/cards/save-state.ts";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { changeWords } from "./change-words.ts";
import { copyText } from "./copy-text.ts";

/**
 * How safe one thing is that a person wrote, by its identity: nothing when the server has it. `words`
 * are what is copied, without them the changes in words.
 */
export function UnsentNotice({ subject, words }: { subject: string; words?: string }) {
  const desk = useDesk();
  const pending = useDeskState((state) => state.pending.get(subject));
  const connection = useDeskState((state) => state.connection);
  const save = saveStateOf(pending, connection);
  if (save.kind === "saved" || save.kind === "saving") return null;
  if (save.kind === "waiting")
    return <p className="text-xs text-muted">kept here, waiting for the network</p>;

  async function copy(): Promise<void> {
    const { annotations } = desk.store.get();
    const known = (id: string) => annotations.get(id) ?? null;
    const said = pending?.map(({ change }) => changeWords(change, known)).join("\n") ?? "";
    if (await copyText(words ?? said)) desk.say("Copied.");
    else desk.say("The browser does not let this page copy.", true);
  }

  return (
    <div className="grid gap-1.5 rounded-md bg-danger-ground p-2 text-sm">
      <p>{save.problem.message} Your words are kept here.</p>
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" onClick={() => desk.keepMine(subject)}>
          {save.kind === "conflict" ? "Save mine over it" : "Try again"}
        </Button>
        <Button size="small" onClick={() => void copy()}>
          Copy
        </Button>
        <Button size="small" onClick={() => void desk.takeTheirs(subject)}>
          Let go
        </Button>
      </div>
    </div>
  );
}
