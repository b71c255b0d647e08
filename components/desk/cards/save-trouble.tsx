"use client";

import type { ReactNode } from "react";
import { copyText } from "#components/live/copy-text.ts";
import { TwoVersions } from "#components/live/two-versions.tsx";
import { Button } from "#components/ui/button.tsx";
import { contentLines } from "#components/annotations/content-lines.ts";
import { ANNOTATION_STATE_LOOKS } from "#components/annotations/words.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { keepMine, takeTheirs } from "../actions/choose-version.ts";
import { focusOn } from "../actions/focus.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { contentOf } from "../outbox/inverse.ts";
import { saveStateOf } from "./save-state.ts";

/**
 * What was not taken, or was changed elsewhere: both versions, and a choice. It stands right below the
 * words, so that it is seen without scrolling, and the next thing that Tab comes to.
 */
export function SaveTrouble({ annotation }: { annotation: Annotation }) {
  const desk = useDesk();
  const pending = useDeskState((state) => state.pending.get(annotation.id));
  const connection = useDeskState((state) => state.connection);
  const newer = useDeskState((state) => state.live.newer.get(annotation.id));
  const shown = useShownKeys();
  const by = useDeskState((state) => state.live.by.get(annotation.id));
  const save = saveStateOf(pending, connection);
  const theirs = save.kind === "conflict" ? (newer ?? save.problem.current) : newer;
  // While a change of one's own is under way it may be that very change that came back as news.
  const isNews = theirs !== undefined && theirs !== null && !isSameVersion(annotation, theirs);
  if (isNews && save.kind !== "saving" && save.kind !== "refused")
    return (
      <Theirs mine={annotation} theirs={theirs} by={by} isStopped={save.kind === "conflict"} />
    );
  if (save.kind === "saved" || save.kind === "saving" || save.kind === "waiting") return null;
  const { problem } = save;
  return (
    <Trouble text={`${problem.message} Your words are kept here.`}>
      {problem.duplicateOf && (
        <Button size="small" onClick={() => focusOn(desk, problem.duplicateOf, "card")}>
          Show the other
        </Button>
      )}
      <Button size="small" keys={shown("Shift+V")} onClick={() => keepMine(desk, annotation.id)}>
        Try again
      </Button>
      <Button
        size="small"
        onClick={() =>
          void copyText(contentLines(contentOf(annotation)).join("\n")).then((isCopied) =>
            desk.say(isCopied ? "Copied." : "The browser does not let this page copy.", !isCopied),
          )
        }
      >
        Copy
      </Button>
      <Button size="small" keys={shown("Shift+E")} onClick={() => takeTheirs(desk, annotation.id)}>
        Let go
      </Button>
    </Trouble>
  );
}

/** One's own change, back as news before its answer, is no other version. */
function isSameVersion(mine: Annotation, theirs: Annotation): boolean {
  if (mine.version >= theirs.version) return true;
  const lines = (each: Annotation) => contentLines(contentOf(each)).join("\n");
  return mine.state === theirs.state && lines(mine) === lines(theirs);
}

type TheirsProps = {
  mine: Annotation;
  theirs: Annotation;
  /** Whose id changed it, where that was announced. */
  by: string | undefined;
  /** The server has refused the reader's change: now they choose. */
  isStopped: boolean;
};

/** It was changed by somebody else while the reader had it in hand: both versions, and a choice. */
function Theirs({ mine, theirs, by, isStopped }: TheirsProps) {
  const desk = useDesk();
  const readers = useDeskState((state) => state.live.readers);
  const shown = useShownKeys();
  const isMe = by === desk.data.me.id;
  const name = readers.find(({ user }) => user.id === by)?.user.name;
  // Who it was is heard a moment after the refusal.
  const whose = isMe ? "Yours, elsewhere" : (name ?? (by ? "Theirs" : "The other"));
  return (
    <TwoVersions
      mine={{ title: "Yours, here", content: contentOf(mine) }}
      theirs={{
        title: whose,
        content: contentOf(theirs),
        says: ANNOTATION_STATE_LOOKS[theirs.state].word,
      }}
    >
      {isStopped && (
        <Button size="small" keys={shown("Shift+V")} onClick={() => keepMine(desk, mine.id)}>
          Keep mine
        </Button>
      )}
      <Button size="small" keys={shown("Shift+E")} onClick={() => takeTheirs(desk, mine.id)}>
        Take the other
      </Button>
      <span className="text-xs text-muted">
        {isStopped
          ? "It was changed since you saw it. Yours is kept until you choose."
          : "It was changed just now. Finish what you do; then you choose."}
      </span>
    </TwoVersions>
  );
}

function Trouble({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="mt-2 grid gap-1.5 rounded-md bg-danger-ground p-2">
      <p>{text}</p>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </div>
  );
}
