import { classNames } from "#components/ui/class-names.ts";
import type { Tag } from "#lib/annotations/model.ts";
import { TAG_LOOKS } from "./words.ts";

/** The tag's letter on its hue. The word stands beside it, or is read aloud when `isAlone`. */
export function TagLetter({ tag, isAlone = false }: { tag: Tag; isAlone?: boolean }) {
  const { word, letter } = TAG_LOOKS[tag];
  return (
    <span
      className={classNames(
        "inline-flex size-[1.15rem] shrink-0 items-center justify-center rounded-sm text-xs font-bold text-on-tag",
        GROUNDS[tag],
      )}
    >
      <span aria-hidden>{letter}</span>
      {isAlone && <span className="sr-only">{word}</span>}
    </span>
  );
}

const GROUNDS: Readonly<Record<Tag, string>> = {
  claim: "bg-claim",
  denial: "bg-denial",
  attribution: "bg-attribution",
};
