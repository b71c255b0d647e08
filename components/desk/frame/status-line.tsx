"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { PresentReaders } from "#components/live/present-readers.tsx";
import { UnsentWork } from "#components/live/unsent-work.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Key } from "#components/ui/key.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { redo, undo } from "../actions/undo.ts";
import { saveSummary } from "../cards/save-state.ts";
import type { Message } from "../state/desk-state.ts";
import { useDesk, useDeskState, useDeskStateNow } from "../use-desk.tsx";
import { Heard, SaveNews } from "./aloud.tsx";
import { nextKeys } from "./next-keys.ts";
import { useChanges } from "./use-changes.ts";

/** The foot: how safe the work is, what has just happened, and what the next key does. */
export function StatusLine() {
  const message = useFreshMessage();
  const key = useChanges(message);
  return (
    <section
      aria-label="Status"
      data-print="no"
      className="flex min-h-10 items-center gap-x-4 gap-y-1 border-t border-line bg-surface px-3 py-1 text-sm sm:px-5 max-lg:flex-wrap"
    >
      <Saved />
      <UndoButtons />
      <p
        role="status"
        aria-live="polite"
        className={classNames(
          "min-w-0 flex-1 truncate max-lg:order-last max-lg:basis-full max-lg:whitespace-normal max-lg:has-[span:empty]:hidden",
          message?.isProblem && "text-danger",
        )}
      >
        <span key={key}>{message?.text}</span>
      </p>
      <Heard />
      <SaveNews />
      <PresentReaders />
      <Hints />
    </section>
  );
}

function Saved() {
  const desk = useDesk();
  // With the mark itself: not for a frame does it say "saved" of what is not.
  const kind = useDeskStateNow((state) => saveSummary(state).kind);
  const text = useDeskStateNow((state) => saveSummary(state).text);
  const connection = useDeskStateNow((state) => state.connection);
  const isKept = useDeskStateNow(
    ({ queue, isStorageBroken }) => isStorageBroken || queue.every((each) => each.isKept),
  );
  const isCalm = kind === "saving" || kind === "opening";
  return (
    <span className="flex items-center gap-2" data-save={kind}>
      <span
        className={classNames(
          "inline-flex items-center gap-1.5",
          kind === "saved" ? "text-accent" : isCalm ? "text-muted" : "font-medium text-danger",
        )}
      >
        <Shape kind={kind === "saved" ? "full" : isCalm ? "half" : "hollow"} />
        {isKept ? text : "…"}
      </span>
      {(kind === "waiting" || kind === "problem") && connection !== "open" && (
        <Button size="small" onClick={() => desk.retry()}>
          Try now
        </Button>
      )}
      <UnsentWork />
    </span>
  );
}

function UndoButtons() {
  const desk = useDesk();
  const done = useDeskState((state) => state.undo.at(-1));
  const undone = useDeskState((state) => state.redo.at(-1));
  const shown = useShownKeys();
  if (!done && !undone) return null;
  return (
    <span className="flex">
      <IconButton
        label={done ? `Undo: ${done.label}` : "Nothing to undo"}
        keys={shown("Control+Z")}
        icon={<Undo2 aria-hidden />}
        disabled={!done}
        onClick={() => undo(desk)}
      />
      <IconButton
        label={undone ? `Do again: ${undone.label}` : "Nothing to do again"}
        keys={shown("Control+Shift+Z")}
        icon={<Redo2 aria-hidden />}
        disabled={!undone}
        onClick={() => redo(desk)}
      />
    </span>
  );
}

function Hints() {
  const desk = useDesk();
  const chosen = useDeskState((state) => state.chosen);
  const openId = useDeskState((state) => state.openId);
  const focusId = useDeskState((state) => state.focusId);
  const annotations = useDeskState((state) => state.annotations);
  const order = useDeskState((state) => state.order);
  const article = useDeskState((state) => state.article);
  const linkFrom = useDeskState((state) => state.linkFrom);
  const shown = useShownKeys();
  const { says, keys } = useMemo(
    () =>
      nextKeys(
        { chosen, openId, focusId, annotations, order, article, linkFrom },
        desk.data.can,
        desk.data.me.id,
      ),
    [chosen, openId, focusId, annotations, order, article, linkFrom, desk],
  );
  return (
    <p className="flex items-center gap-x-2 whitespace-nowrap text-muted pointer-coarse:hidden max-md:hidden">
      {says}
      {keys.map((each) => (
        <span key={each.keys} className="inline-flex items-center gap-1">
          <Key keys={shown(each.keys)} /> {each.does}
        </span>
      ))}
      <button
        type="button"
        className="ml-2 inline-flex cursor-pointer items-center gap-1 hover:text-ink"
        onClick={() => desk.store.set({ dialog: "commands" })}
      >
        <Key keys={shown("Control+K")} /> commands
      </button>
      <button
        type="button"
        className="ml-2 inline-flex cursor-pointer items-center gap-1 hover:text-ink"
        onClick={() => desk.store.set({ dialog: "keys" })}
      >
        <Key keys={shown("?")} /> keys
      </button>
    </p>
  );
}

/** A message goes after a while; a problem stays until the next one. */
function useFreshMessage(): Message | null {
  const message = useDeskState((state) => state.message);
  const [old, setOld] = useState<Message | null>(null);
  useEffect(() => {
    if (!message || message.isProblem) return;
    const timer = setTimeout(() => setOld(message), 8_000);
    return () => clearTimeout(timer);
  }, [message]);
  return message === old ? null : message;
}
