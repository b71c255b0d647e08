"use client";

import Link from "next/link";
import { useState } from "react";
import { TagLetter } from "#components/annotations/tag-letter.tsx";
import { linkWords, nameOf, shorten, TAG_LOOKS, wordsOf } from "#components/annotations/words.ts";
import { Button } from "#components/ui/button.tsx";
import type { KnownLink } from "./review-types.ts";

type Props = {
  projectId: string;
  annotation: { id: string; articleId: string; author: { id: string } };
  links: readonly KnownLink[];
};

/** What an annotation is tied to, with the words at the other end. */
export function CaseLinks({ projectId, annotation, links }: Props) {
  const [isWhole, setWhole] = useState(links.length <= FEW + 1);
  if (links.length === 0) return <p className="text-muted">No links.</p>;
  const shown = isWhole ? links : links.slice(0, FEW);
  return (
    <ul className="grid gap-2.5">
      {shown.map(({ link, other, otherTitle }) => (
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
            className="font-serif text-lg leading-snug wrap-anywhere hover:underline pointer-coarse:py-2.5"
          >
            {shorten(nameOf(other), 240)}
          </Link>
          <p className="text-sm text-muted">
            {other.tag === "attribution" && wordsOf(other, "source") && (
              <>said by {shorten(wordsOf(other, "source"), 60)} · </>
            )}
            {other.articleId === annotation.articleId ? "in this article" : `in ${otherTitle}`}
            {other.author.id !== annotation.author.id && ` · ${other.author.name}`}
          </p>
        </li>
      ))}
      {!isWhole && (
        <li>
          <Button size="small" variant="quiet" onClick={() => setWhole(true)}>
            Show {links.length - FEW} more
          </Button>
        </li>
      )}
    </ul>
  );
}

/** So many are seen at once; more push the evidence out of sight. */
const FEW = 3;
