"use client";

import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import { linkWords, nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import type { LinkType } from "#lib/links/model.ts";
import { link } from "../actions/link.ts";
import type { DistantAnnotation } from "../desk-data.ts";
import { linkChoices, type LinkChoice } from "../marking/link-choices.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { useProjectAnnotations } from "./use-project-annotations.ts";

/** Chooses the other end of a link by typing and arrows, in this article or another, and its kind. */
export function LinkDialog({
  annotation,
  onClose,
}: {
  annotation: Annotation;
  onClose: () => void;
}) {
  const desk = useDesk();
  const order = useDeskState((state) => state.order);
  const links = useDeskState((state) => state.links);
  const [sought, setSought] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const elsewhere = useProjectAnnotations(desk.data.project.id, desk.data.article.id, sought);

  const linkTo = useDeskState((state) => state.linkTo);
  const choices = useMemo(() => {
    const among = linkTo === null ? order : order.filter(({ id }) => id === linkTo);
    return linkChoices(annotation, among, elsewhere.found, [...links.values()], sought);
  }, [annotation, order, linkTo, elsewhere.found, links, sought]);
  const current = Math.min(at, Math.max(0, choices.length - 1));

  function choose(choice: LinkChoice | undefined): void {
    if (!choice) return;
    if (choice.distant) rememberDistant(choice.distant);
    const [from, to] = choice.isReversed
      ? [choice.other.id, annotation.id]
      : [annotation.id, choice.other.id];
    link(desk, choice.type, from, to);
    onClose();
  }
  function rememberDistant(distant: DistantAnnotation): void {
    desk.store.set(({ elsewhere: known }) => ({
      elsewhere: new Map(known).set(distant.id, distant),
    }));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      const next = Math.min(Math.max(current + by, 0), choices.length - 1);
      setAt(next);
      list.current?.children[next]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(choices[current]);
    }
  }

  return (
    <Dialog
      title="Link"
      description={`${TAG_LOOKS[annotation.tag].word} “${shorten(nameOf(annotation), 120)}”`}
      isWide
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <div className="grid gap-3">
        <TextInput
          autoFocus
          role="combobox"
          aria-label="Find the other annotation by its words"
          aria-expanded
          aria-controls="link-choices"
          aria-activedescendant={choices.length > 0 ? `link-choice-${current}` : undefined}
          placeholder="Words of the other annotation, here or in another article"
          value={sought}
          onChange={(event) => {
            desk.store.set({ linkTo: null });
            setSought(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        {elsewhere.problem && (
          <Notice kind="caution">Other articles could not be searched. {elsewhere.problem}</Notice>
        )}
        <div
          id="link-choices"
          ref={list}
          role="listbox"
          tabIndex={-1}
          aria-label="Links that make sense"
          className="grid max-h-[50dvh] content-start overflow-y-auto"
        >
          {choices.map((choice, index) => (
            <Choice
              key={`${choice.type} ${choice.isReversed} ${choice.other.id}`}
              choice={choice}
              id={`link-choice-${index}`}
              isCurrent={index === current}
              onChoose={() => choose(choice)}
            />
          ))}
        </div>
        {elsewhere.isLoading && (
          <Spinner label="Looking at other articles" className="text-muted" />
        )}
        {choices.length === 0 && !elsewhere.isLoading && (
          <p className="text-muted">
            No annotation fits. Type words of it to look in other articles too, or mark it first.
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Choice({
  choice,
  id,
  isCurrent,
  onChoose,
}: {
  choice: LinkChoice;
  id: string;
  isCurrent: boolean;
  onChoose: () => void;
}) {
  const { type, isReversed, other, distant } = choice;
  return (
    <button
      type="button"
      tabIndex={-1}
      id={id}
      role="option"
      aria-selected={isCurrent}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={classNames(
        "touchable flex w-full cursor-pointer items-baseline text-left gap-2 rounded-md px-2 py-1.5 hover:bg-sunken",
        isCurrent && "bg-accent-faint",
      )}
    >
      <span className="w-36 shrink-0 text-muted">{words(type, isReversed)}</span>
      <TagLetter tag={other.tag} isAlone />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="font-serif">
          {shorten(nameOf(other), 130)}
        </span>
        {distant && <span className="block text-sm text-muted">in {distant.articleTitle}</span>}
      </span>
    </button>
  );
}

function words(type: LinkType, isReversed: boolean): string {
  return linkWords(type, isReversed ? "to" : "from");
}
