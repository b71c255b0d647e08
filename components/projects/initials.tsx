import { classNames } from "#components/ui/class-names.ts";

/** A person as two letters, for where the name has no room. The name is read aloud and shown when pointed at. */
export function Initials({ name, className }: { name: string; className?: string }) {
  return (
    <span title={name} className={classNames(STYLE, className)}>
      <span aria-hidden>{initialsOf(name)}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}

/** The first letters of the first and the last word, whole characters however they are written. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => firstCharacter(word ?? "").toUpperCase()).join("");
}

const STYLE =
  "inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-line-strong bg-sunken text-[0.6875rem] font-semibold text-muted";

function firstCharacter(word: string): string {
  return [...new Intl.Segmenter().segment(word)][0]?.segment ?? "";
}
