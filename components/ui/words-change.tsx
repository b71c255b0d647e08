import { diffWordsWithSpace } from "diff";

/** Some words, and what stands in their place; null when nothing does. */
export function WordsChange({ before, after }: { before: string; after: string | null }) {
  if (after === null) return <Cut words={before} />;
  return piecesOf(before, after).map(({ key, value, added, removed }) => {
    if (removed) return <Cut key={key} words={value} />;
    if (added) return <Put key={key} words={value} />;
    return <span key={key}>{value}</span>;
  });
}

/** Each piece is known by where it stands among the characters of both texts. */
function piecesOf(before: string, after: string) {
  let at = 0;
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    const key = at;
    at += value.length;
    return { key, value, added, removed };
  });
}

/** Words that were taken out. */
export function Cut({ words }: { words: string }) {
  return (
    <del className="rounded-xs bg-danger-ground text-muted decoration-danger [&+ins]:ml-0.5">
      <span className="sr-only">taken out: </span>
      {words}
      <span className="sr-only">; </span>
    </del>
  );
}

/** Words that were put in. */
export function Put({ words }: { words: string }) {
  return (
    <ins className="rounded-xs bg-accent-ground decoration-accent underline-offset-3">
      <span className="sr-only">put in: </span>
      {words}
      <span className="sr-only">; </span>
    </ins>
  );
}
