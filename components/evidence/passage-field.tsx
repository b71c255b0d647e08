"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { EvidenceDraft, PassageChosen } from "./evidence-draft.ts";
import { PassagePicker } from "./passage-picker.tsx";
import { PassageSearch } from "./passage-search.tsx";

type Props = {
  projectId: string;
  draft: EvidenceDraft;
  error: string | null;
  change: (next: Partial<EvidenceDraft>) => void;
};

/** The passage that was chosen, or the search for one. */
export function PassageField({ projectId, draft, error, change }: Props) {
  const [opened, setOpened] = useState<PassageChosen | null>(null);
  const { passage } = draft;
  return (
    <div className="grid gap-2">
      {passage ? (
        <Chosen
          passage={passage}
          error={error}
          onOpen={() => setOpened(passage)}
          onOther={() => change({ passage: null })}
        />
      ) : (
        <PassageSearch
          projectId={projectId}
          query={draft.query}
          error={error}
          onQuery={(query) => change({ query })}
          onOpen={(found) => setOpened(chosenOf(found))}
          onTake={(found) => change({ passage: chosenOf(found) })}
        />
      )}
      {opened && (
        <PassagePicker
          from={opened}
          onTake={(chosen) => {
            change({ passage: chosen });
            setOpened(null);
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

function Chosen(props: {
  passage: PassageChosen;
  error: string | null;
  onOpen: () => void;
  onOther: () => void;
}) {
  const { exact, title } = props.passage;
  return (
    <div className="grid gap-1.5">
      <p className="font-medium">Passage</p>
      <blockquote
        dir="auto"
        className="max-h-48 overflow-y-auto border-l-2 border-accent pl-2.5 font-serif text-lg leading-snug wrap-anywhere whitespace-pre-wrap"
      >
        {exact}
      </blockquote>
      <p className="text-sm text-muted">in {title}</p>
      {props.error && <p className="text-sm font-medium text-danger">{props.error}</p>}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={props.onOpen}>
          Choose the words
        </Button>
        <Button size="small" variant="quiet" onClick={props.onOther}>
          Find another
        </Button>
      </div>
    </div>
  );
}

function chosenOf(found: PassageChosen): PassageChosen {
  const { articleId, title, revision, start, end, exact } = found;
  return { articleId, title, revision, start, end, exact };
}
