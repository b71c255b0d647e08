import { linkWords, nameOf } from "#components/annotations/words.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { DIRECTIONS, linkTypesBetween } from "#lib/links/directions.ts";
import type { Link, LinkType } from "#lib/links/model.ts";
import type { DistantAnnotation } from "../desk-data.ts";
import { startOf } from "#components/editor/reading-order.ts";

/** A link that makes sense, and is not there yet. */
export type LinkChoice = {
  readonly type: LinkType;
  /** It leads from the other annotation to this one. */
  readonly isReversed: boolean;
  readonly other: Annotation | DistantAnnotation;
  /** Where the other one stands, if in another article. */
  readonly distant: DistantAnnotation | null;
};

/**
 * The links that may be drawn at an annotation: those of this article first, the nearest first. All
 * words that are sought must stand in the other's words, its article's title or the link's name.
 */
export function linkChoices(
  annotation: Annotation,
  here: readonly Annotation[],
  away: readonly DistantAnnotation[],
  links: readonly Link[],
  sought: string,
): LinkChoice[] {
  const start = startOf(annotation);
  const near = here
    .filter((other) => other.id !== annotation.id && other.state !== "withdrawn")
    .toSorted((a, b) => Math.abs(startOf(a) - start) - Math.abs(startOf(b) - start));
  const words = sought.toLowerCase().split(/\s+/u).filter(Boolean);
  return [
    ...near.flatMap((other) => choicesWith(annotation, other, null)),
    ...away.flatMap((other) => choicesWith(annotation, other, other)),
  ]
    .filter((choice) => !isDrawn(choice, annotation.id, links))
    .filter((choice) => words.every((word) => saidOf(choice).includes(word)))
    .slice(0, MOST);
}

const MOST = 100;

function choicesWith(
  annotation: Annotation,
  other: Annotation | DistantAnnotation,
  distant: DistantAnnotation | null,
): LinkChoice[] {
  const forward = linkTypesBetween(annotation.tag, other.tag).map((type) => ({
    type,
    isReversed: false,
    other,
    distant,
  }));
  const backward = linkTypesBetween(other.tag, annotation.tag)
    .filter((type) => DIRECTIONS[type].isDirected)
    .map((type) => ({ type, isReversed: true, other, distant }));
  return [...forward, ...backward];
}

function isDrawn(
  { type, isReversed, other }: LinkChoice,
  id: string,
  links: readonly Link[],
): boolean {
  const [from, to] = isReversed ? [other.id, id] : [id, other.id];
  return links.some(
    (link) =>
      link.type === type &&
      ((link.from === from && link.to === to) ||
        (!DIRECTIONS[type].isDirected && link.from === to && link.to === from)),
  );
}

function saidOf({ type, isReversed, other, distant }: LinkChoice): string {
  return `${linkWords(type, isReversed ? "to" : "from")} ${other.tag} ${nameOf(other)} ${distant?.articleTitle ?? ""}`.toLowerCase();
}
