import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { shorten } from "#components/annotations/words.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import { passageHref } from "./passage-href.ts";

/** The evidence itself: words of an article, a page with its quotation, or a note. */
export function EvidenceWords({ projectId, item }: { projectId: string; item: Evidence }) {
  switch (item.kind) {
    case "passage":
      return (
        <figure className="grid gap-0.5">
          <Quotation words={item.exact} />
          <figcaption className="text-sm text-muted">
            in{" "}
            <Link href={passageHref(projectId, item)} className="link wrap-anywhere">
              {item.articleTitle}
            </Link>
          </figcaption>
        </figure>
      );
    case "web":
      return (
        <figure className="grid gap-0.5">
          {item.quotation && <Quotation words={item.quotation} />}
          <figcaption className="text-sm">
            <a
              href={item.url}
              target="_blank"
              rel="noopener noreferrer"
              className="link inline-flex max-w-full items-baseline gap-1 wrap-anywhere"
            >
              {addressWords(item.url)}
              <ExternalLink aria-hidden className="size-3 shrink-0 self-center" />
              <span className="sr-only">(opens in a new tab)</span>
            </a>
          </figcaption>
        </figure>
      );
    case "note":
      return <p className="whitespace-pre-wrap wrap-anywhere">{item.note}</p>;
  }
}

function Quotation({ words }: { words: string }) {
  return (
    <blockquote
      dir="auto"
      className="border-l-2 border-line-strong pl-2.5 font-serif text-lg leading-snug wrap-anywhere whitespace-pre-wrap"
    >
      {words}
    </blockquote>
  );
}

/** An address without what everybody knows: "harbour.example/list". */
function addressWords(url: string): string {
  return shorten(url.replace(/^https?:\/\/(www\.)?/u, "").replace(/\/$/u, ""), 80);
}
