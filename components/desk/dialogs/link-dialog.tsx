"use client";

import { useMemo, useState } from "react";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import { linkWords, nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import type { LinkType } from "#lib/links/model.ts";
import { link } from "../actions/link.ts";
import type { DistantAnnotation } from "../desk-data.ts";
import { linkChoices, type LinkChoice } from "../marking/link-choices.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { Finder } from "./finder.tsx";
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
  const elsewhere = useProjectAnnotations(desk.data.project.id, desk.data.article.id, sought);

  const linkTo = useDeskState((state) => state.linkTo);
  const choices = useMemo(() => {
    const among = linkTo === null ? order : order.filter(({ id }) => id === linkTo);
    return linkChoices(annotation, among, elsewhere.found, [...links.values()], sought);
  }, [annotation, order, linkTo, elsewhere.found, links, sought]);

  function choose(choice: LinkChoice): void {
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

  return (
    <Dialog
      title="Link"
      description={`${TAG_LOOKS[annotation.tag].word} “${shorten(nameOf(annotation), 120)}”`}
      isWide
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <div className="grid gap-3">
        <Finder
          label="Find the other annotation by its words"
          placeholder="Words of the other annotation, here or in another article"
          sought={sought}
          onSought={(words) => {
            desk.store.set({ linkTo: null });
            setSought(words);
          }}
          listLabel="Links that make sense"
          found={choices}
          keyOf={({ type, isReversed, other }) => `${type} ${isReversed} ${other.id}`}
          renderItem={(choice) => <Choice choice={choice} />}
          onTake={choose}
        >
          {elsewhere.problem && (
            <Notice kind="caution">
              Other articles could not be searched. {elsewhere.problem}
            </Notice>
          )}
        </Finder>
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

function Choice({ choice: { type, isReversed, other, distant } }: { choice: LinkChoice }) {
  return (
    <>
      <span className="w-36 shrink-0 text-muted">{words(type, isReversed)}</span>
      <TagLetter tag={other.tag} isAlone />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="font-serif">
          {shorten(nameOf(other), 130)}
        </span>
        {distant && <span className="block text-sm text-muted">in {distant.articleTitle}</span>}
      </span>
    </>
  );
}

function words(type: LinkType, isReversed: boolean): string {
  return linkWords(type, isReversed ? "to" : "from");
}
