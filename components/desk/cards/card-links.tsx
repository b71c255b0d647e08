"use client";

import { Unlink } from "lucide-react";
import Link from "next/link";
import { linkWords, nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Link as AnnotationLink } from "#lib/links/model.ts";
import { focusOn } from "../actions/focus.ts";
import { mayUnlink, unlink } from "../actions/link.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { linksOf } from "../state/links-of.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** The ties of an annotation, each with the words at its other end, which it leads to. */
export function CardLinks({
  annotation,
  isFocused,
}: {
  annotation: Annotation;
  isFocused: boolean;
}) {
  const links = linksOf(
    useDeskState((state) => state.links),
    annotation.id,
  );
  if (links.length === 0) return null;
  const shown = isFocused ? links : links.slice(0, 2);
  return (
    <ul aria-label="Links" className="grid gap-1">
      {shown.map((link) => (
        <OneLink key={link.id} link={link} from={annotation.id} isFocused={isFocused} />
      ))}
      {shown.length < links.length && (
        <li className="text-muted">and {links.length - shown.length} more</li>
      )}
    </ul>
  );
}

function OneLink({
  link,
  from,
  isFocused,
}: {
  link: AnnotationLink;
  from: string;
  isFocused: boolean;
}) {
  const desk = useDesk();
  const shown = useShownKeys();
  const isFrom = link.from === from;
  const otherId = isFrom ? link.to : link.from;
  const here = useDeskState((state) => state.annotations.get(otherId));
  const away = useDeskState((state) => state.elsewhere.get(otherId));
  const other = here ?? away;
  if (!other || other.state === "withdrawn") return null;
  const words = `“${shorten(nameOf(other), 60)}”`;
  const canCut = isFocused && mayUnlink(desk, link);
  return (
    <li className="flex items-start gap-1">
      <span className="min-w-0 flex-1">
        <span className="text-muted">{linkWords(link.type, isFrom ? "from" : "to")} </span>
        {here ? (
          <button
            type="button"
            onClick={() => focusOn(desk, otherId, "card")}
            className="cursor-pointer text-left hover:underline pointer-coarse:-my-1.5 pointer-coarse:py-3"
          >
            <span className="text-muted">the {TAG_LOOKS[other.tag].word.toLowerCase()} </span>
            <span dir="auto">{words}</span>
          </button>
        ) : (
          away && (
            <Link
              href={`/projects/${desk.data.project.id}/articles/${away.articleId}#${otherId}`}
              className="hover:underline"
            >
              <span dir="auto">{words}</span>{" "}
              <span className="text-muted">in {shorten(away.articleTitle, 40)}</span>
            </Link>
          )
        )}
      </span>
      {canCut && (
        <IconButton
          label={`Remove the link: ${linkWords(link.type, isFrom ? "from" : "to")} ${words}`}
          keys={shown("Shift+U")}
          data-unlink
          icon={<Unlink aria-hidden />}
          onClick={() => unlink(desk, link.id)}
          className="-my-1"
        />
      )}
    </li>
  );
}
