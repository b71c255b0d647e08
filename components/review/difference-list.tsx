import { attributeLabel, attributeValueWords } from "#components/annotations/attribute-words.ts";
import { ROLE_WORDS, TAG_LOOKS } from "#components/annotations/words.ts";
import { Cut, Put, WordsChange } from "#components/ui/words-change.tsx";
import { differenceOf, type Difference } from "#lib/annotations/difference.ts";
import type { AnnotationContent } from "#lib/annotations/model.ts";

type Props = {
  before: AnnotationContent;
  after: AnnotationContent;
  /** What to say when nothing differs; nothing when left out. */
  sameWords?: string;
};

/** In what two contents of an annotation differ, with the words taken out and put in. */
export function DifferenceList({ before, after, sameWords }: Props) {
  const differences = differenceOf(before, after);
  if (differences.length === 0) {
    return sameWords ? <p className="text-muted">{sameWords}</p> : null;
  }
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1">
      {differences.map((difference) => (
        <DifferenceRow key={JSON.stringify(difference)} difference={difference} />
      ))}
    </dl>
  );
}

function DifferenceRow({ difference }: { difference: Difference }) {
  return (
    <>
      <dt className="text-sm leading-[1.375rem] text-muted">{labelOf(difference)}</dt>
      <dd dir="auto" className="min-w-0 wrap-anywhere">
        <Change difference={difference} />
      </dd>
    </>
  );
}

function Change({ difference }: { difference: Difference }) {
  switch (difference.what) {
    case "tag":
      return (
        <Exchange
          before={TAG_LOOKS[difference.before].word}
          after={TAG_LOOKS[difference.after].word}
        />
      );
    case "absent":
      return difference.after ? <Put words="stated as absent" /> : <Cut words="stated as absent" />;
    case "attribute": {
      const words = (value: string | null) =>
        value === null ? null : attributeValueWords(difference.name, value);
      return <Exchange before={words(difference.before)} after={words(difference.after)} />;
    }
    case "doubt":
      return <Exchange before={difference.before} after={difference.after} />;
    case "segment":
      return (
        <span className="font-serif text-lg leading-snug">
          {difference.before && difference.after ? (
            <Segment before={difference.before.exact} after={difference.after.exact} />
          ) : (
            <Exchange
              before={difference.before?.exact ?? null}
              after={difference.after?.exact ?? null}
            />
          )}
        </span>
      );
  }
}

/** The same words elsewhere say so. */
function Segment({ before, after }: { before: string; after: string }) {
  if (before === after) return <>{after} (at another place)</>;
  return <WordsChange before={before} after={after} />;
}

function Exchange({ before, after }: { before: string | null; after: string | null }) {
  return (
    <>
      {before !== null && <Cut words={before} />}
      {before !== null && after !== null && " "}
      {after !== null && <Put words={after} />}
    </>
  );
}

function labelOf(difference: Difference): string {
  switch (difference.what) {
    case "tag":
      return "Tag";
    case "segment":
    case "absent":
      return ROLE_WORDS[difference.role];
    case "attribute":
      return attributeLabel(difference.name);
    case "doubt":
      return "Doubt";
  }
}
