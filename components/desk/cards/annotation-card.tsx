"use client";

import { memo } from "react";
import { saidAttributes } from "#components/annotations/attribute-words.ts";
import { StateLabel } from "#components/annotations/state-label.tsx";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import {
  ANNOTATION_STATE_LOOKS,
  nameOf,
  shorten,
  TAG_LOOKS,
  wordsOf,
} from "#components/annotations/words.ts";
import { countTalk } from "#components/threads/thread-name.ts";
import { CardTalk } from "#components/threads/card-talk.tsx";
import { Initials } from "#components/projects/initials.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Shape } from "#components/ui/shape.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { cardId, focusOn } from "../actions/focus.ts";
import { finishLink } from "../actions/link-mode.ts";
import type { Desk } from "../model.ts";
import { paragraphOf } from "../state/paragraph.ts";
import { startOf } from "#components/editor/reading-order.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { CameBack } from "./came-back.tsx";
import { CardDetails } from "./card-details.tsx";
import { CardEvidence } from "./card-evidence.tsx";
import { CardLinks } from "./card-links.tsx";
import { CardRoles } from "./card-roles.tsx";
import { FoldedSigns } from "./folded-signs.tsx";
import { SaveLine } from "./save-line.tsx";
import { SaveTrouble } from "./save-trouble.tsx";

type Props = {
  annotation: Annotation;
  isFocused: boolean;
  isFirst: boolean;
  /** One line: many cards share little room. */
  isFolded: boolean;
};

/** One annotation beside its words. Focused, it can be changed. */
export const AnnotationCard = memo(function AnnotationCard({
  annotation,
  isFocused,
  isFirst,
  isFolded,
}: Props) {
  const desk = useDesk();
  const { id, tag, author } = annotation;
  const isMine = author.id === desk.data.me.id;
  const cameBack = annotation.state === "rejected" && isMine;
  const words = wordsOf(annotation);
  return (
    <div
      className={classNames(
        "overflow-hidden rounded-lg border bg-surface text-sm",
        "has-[[data-card-button]:focus-visible]:ring-2 has-[[data-card-button]:focus-visible]:ring-accent",
        // Rings are shadows, which forced colours do not draw.
        "forced-colors:has-[[data-card-button]:focus-visible]:outline-4 forced-colors:outline-[Highlight]",
        isFocused ? "border-ink ring-1 ring-ink forced-colors:outline-2" : "border-line",
      )}
    >
      <div
        className={classNames("border-l-4 pr-2.5 pl-2.5", isFolded ? "py-1" : "py-2", EDGES[tag])}
      >
        {/* The button lies under the words and has a name of its own, which says it all. */}
        <div className="relative">
          <button
            type="button"
            id={cardId(id)}
            data-card-button
            aria-label={useCardName(annotation, isMine, cameBack, isFolded)}
            aria-current={isFocused}
            tabIndex={isFocused || isFirst ? 0 : -1}
            onClick={() => chooseCard(desk, id)}
            className="absolute inset-0 cursor-pointer outline-none"
          />
          <div aria-hidden className="pointer-events-none">
            <span className="flex items-center gap-1.5">
              <TagLetter tag={tag} />
              <span className={classNames("font-semibold", HUES[tag])}>{TAG_LOOKS[tag].word}</span>
              <span className="min-w-0 flex-1 truncate text-muted">
                {isFolded ? shorten(nameOf(annotation), 60) : shortAttributes(annotation)}
              </span>
              {isFolded && <FoldedSigns annotation={annotation} />}
              {!isMine && <Initials name={author.name} className="size-5 text-[0.625rem]" />}
              {cameBack ? (
                <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-danger">
                  <Shape kind="hollow" />
                  came back
                </span>
              ) : isFolded ? (
                <Shape
                  kind={ANNOTATION_STATE_LOOKS[annotation.state].shape}
                  className="text-muted"
                />
              ) : (
                <StateLabel state={annotation.state} />
              )}
            </span>
            {!isFolded && words && (
              <span
                dir="auto"
                className={classNames(
                  "mt-1.5 block font-serif text-lg leading-[1.4]",
                  !isFocused && "line-clamp-3",
                )}
              >
                {isFocused ? words : shorten(words, 140)}
              </span>
            )}
          </div>
        </div>
        <SaveTrouble annotation={annotation} />
        {!isFolded && (
          <div className="mt-1 grid gap-1.5">
            <CardRoles annotation={annotation} isFocused={isFocused} />
            <CardLinks annotation={annotation} isFocused={isFocused} />
            {annotation.doubt && <p className="text-caution">Doubt: {annotation.doubt}</p>}
            {cameBack && <CameBack annotation={annotation} isFocused={isFocused} />}
            <div className="flex flex-wrap items-center gap-1.5 empty:hidden">
              <CardTalk id={id} isFocused={isFocused} />
              <CardEvidence annotation={annotation} isFocused={isFocused} />
            </div>
            {isFocused && <CardDetails annotation={annotation} />}
          </div>
        )}
        <SaveLine annotation={annotation} />
      </div>
    </div>
  );
});

/** Where a link has been begun at another annotation, it is drawn to this one. */
function chooseCard(desk: Desk, id: string): void {
  const { linkFrom } = desk.store.get();
  if (linkFrom !== null && linkFrom !== id) finishLink(desk, id);
  else focusOn(desk, id, "card");
}

/** "Claim, draft: ‘ships had called’, paragraph 3": the whole of it for those who only hear it. */
function useCardName(
  annotation: Annotation,
  isMine: boolean,
  cameBack: boolean,
  isFolded: boolean,
): string {
  // An open card says these itself.
  const talk = useDeskState((each) => countTalk(each.threads).get(annotation.id)?.open ?? 0);
  const article = useDeskState((state) => state.article);
  const place = paragraphOf(article, startOf(annotation));
  return [
    TAG_LOOKS[annotation.tag].word,
    `${cameBack ? "came back to you" : ANNOTATION_STATE_LOOKS[annotation.state].word}: ‘${shorten(nameOf(annotation), 120)}’`,
    place,
    !isMine && `by ${annotation.author.name}`,
    isFolded && annotation.doubt && "in doubt",
    isFolded && talk > 0 && `${talk} in talk`,
  ]
    .filter(Boolean)
    .join(", ");
}

function shortAttributes({ tag, attributes }: Annotation): string {
  return saidAttributes(tag, attributes)
    .filter(({ name }) => SHOWN_IN_SHORT.has(name))
    .map(({ value }) => value)
    .join(" · ");
}

const SHOWN_IN_SHORT = new Set(["kind", "form", "manner", "commitment"]);

const EDGES = {
  claim: "border-l-claim",
  denial: "border-l-denial",
  attribution: "border-l-attribution",
} as const;
const HUES = {
  claim: "text-claim",
  denial: "text-denial",
  attribution: "text-attribution",
} as const;
