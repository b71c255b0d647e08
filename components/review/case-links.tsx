import Link from "next/link";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import { linkWords, nameOf, shorten, TAG_LOOKS, wordsOf } from "#components/annotations/words.ts";
import type { KnownLink } from "./review-types.ts";

type Props = {
  projectId: string;
  annotation: { id: string; articleId: string };
  links: readonly KnownLink[];
};

/** What an annotation is tied to, with the words at the other end. */
export function CaseLinks({ projectId, annotation, links }: Props) {
  if (links.length === 0) return <p className="text-muted">No links.</p>;
  return (
    <ul className="grid gap-2.5">
      {links.map(({ link, other, otherTitle }) => (
        <li key={link.id} className="grid gap-0.5">
          <p className="flex items-center gap-1.5">
            <span className="text-muted">
              {linkWords(link.type, link.from === annotation.id ? "from" : "to")}
            </span>
            <TagLetter tag={other.tag} />
            <span className="text-sm text-muted">{TAG_LOOKS[other.tag].word.toLowerCase()}</span>
          </p>
          <Link
            href={`/projects/${projectId}/articles/${other.articleId}#${other.id}`}
            dir="auto"
            className="font-serif text-lg leading-snug wrap-anywhere hover:underline"
          >
            {shorten(nameOf(other), 240)}
          </Link>
          <p className="text-sm text-muted">
            {other.tag === "attribution" && wordsOf(other, "source") && (
              <>said by {shorten(wordsOf(other, "source"), 60)} · </>
            )}
            {other.articleId === annotation.articleId ? "in this article" : `in ${otherTitle}`} ·{" "}
            {other.author.name}
          </p>
        </li>
      ))}
    </ul>
  );
}
